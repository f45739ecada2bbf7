<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>%n order(s) are held in the outbox: look whether they were sent.</source>
        <translation>
            <numerusform>%n order is held in the outbox: look whether it was sent.</numerusform>
            <numerusform>%n orders are held in the outbox: look whether they were sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkChanges</name>
    <message numerus="yes">
        <source>Changing %n order(s)…</source>
        <translation>
            <numerusform>Changing %n order…</numerusform>
            <numerusform>Changing %n orders…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set {field} of %n order(s)</source>
        <translation>
            <numerusform>Set {field} of %n order</numerusform>
            <numerusform>Set {field} of %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field} is now “{value}” in %n order(s)</source>
        <translation>
            <numerusform>{field} is now “{value}” in %n order</numerusform>
            <numerusform>{field} is now “{value}” in %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had it already</source>
        <translation>
            <numerusform>%n had it already</numerusform>
            <numerusform>%n had it already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) as before</source>
        <translation>
            <numerusform>%n order as before</numerusform>
            <numerusform>%n orders as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were changed since and stay</source>
        <translation>
            <numerusform>%n was changed since and stays</numerusform>
            <numerusform>%n were changed since and stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) changed again</source>
        <translation>
            <numerusform>%n order changed again</numerusform>
            <numerusform>%n orders changed again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellDeeds</name>
    <message numerus="yes">
        <source>Set {field} to “{value}” in the other %n selected order(s) too?</source>
        <translation>
            <numerusform>Set {field} to “{value}” in the other %n selected order too?</numerusform>
            <numerusform>Set {field} to “{value}” in the other %n selected orders too?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message numerus="yes">
        <source>Change a field of %n order(s)</source>
        <translation>
            <numerusform>Change a field of %n order</numerusform>
            <numerusform>Change a field of %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckingAll</name>
    <message numerus="yes">
        <source>%n order(s) checked</source>
        <translation>
            <numerusform>%n order checked</numerusform>
            <numerusform>%n orders checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n now have errors</source>
        <translation>
            <numerusform>%n now has errors</numerusform>
            <numerusform>%n now have errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer have errors</source>
        <translation>
            <numerusform>%n no longer has errors</numerusform>
            <numerusform>%n no longer have errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet have errors</source>
        <translation>
            <numerusform>%n not sent yet has errors</numerusform>
            <numerusform>%n not sent yet have errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n order(s) deleted</source>
        <translation>
            <numerusform>%n order deleted</numerusform>
            <numerusform>%n orders deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) deleted; those in the outbox stay, withdraw them first</source>
        <translation>
            <numerusform>%n order deleted; those in the outbox stay, withdraw them first</numerusform>
            <numerusform>%n orders deleted; those in the outbox stay, withdraw them first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n order(s)</source>
        <translation>
            <numerusform>Delete %n order</numerusform>
            <numerusform>Delete %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are back</source>
        <translation>
            <numerusform>%n order is back</numerusform>
            <numerusform>%n orders are back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) taken back from the outbox</source>
        <translation>
            <numerusform>%n order taken back from the outbox</numerusform>
            <numerusform>%n orders taken back from the outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) withdrawn; the others are on their way or sent already</source>
        <translation>
            <numerusform>%n order withdrawn; the rest is on its way or sent already</numerusform>
            <numerusform>%n orders withdrawn; the others are on their way or sent already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n order(s) in the outbox</source>
        <translation>
            <numerusform>Put %n order in the outbox</numerusform>
            <numerusform>Put %n orders in the outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) still have errors and were not put in the outbox</source>
        <translation>
            <numerusform>%n order still has errors and was not put in the outbox</numerusform>
            <numerusform>%n orders still have errors and were not put in the outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are in the outbox</source>
        <translation>
            <numerusform>%n order is in the outbox</numerusform>
            <numerusform>%n orders are in the outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) still have errors</source>
        <translation>
            <numerusform>%n order still has errors</numerusform>
            <numerusform>%n orders still have errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n order(s)</source>
        <translation>
            <numerusform>Withdraw %n order</numerusform>
            <numerusform>Withdraw %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) withdrawn and ready again</source>
        <translation>
            <numerusform>%n order withdrawn and ready again</numerusform>
            <numerusform>%n orders withdrawn and ready again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are back in the outbox</source>
        <translation>
            <numerusform>%n order is back in the outbox</numerusform>
            <numerusform>%n orders are back in the outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) marked as accepted</source>
        <translation>
            <numerusform>%n order marked as accepted</numerusform>
            <numerusform>%n orders marked as accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation>
            <numerusform>%n row written to {file}</numerusform>
            <numerusform>%n rows written to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were cut: longer than an Excel cell can be. A .csv file has them whole.</source>
        <translation>
            <numerusform>%n text was cut: longer than an Excel cell can be. A .csv file has them whole.</numerusform>
            <numerusform>%n texts were cut: longer than an Excel cell can be. A .csv file has them whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n revision</numerusform>
            <numerusform>%n revisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message numerus="yes">
        <source>%n order(s) of this contact here</source>
        <translation>
            <numerusform>%n order of this contact here</numerusform>
            <numerusform>%n orders of this contact here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message numerus="yes">
        <source>%n order(s) copied</source>
        <translation>
            <numerusform>%n order copied</numerusform>
            <numerusform>%n orders copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionDesk</name>
    <message numerus="yes">
        <source>%n deletion(s) asked for</source>
        <translation>
            <numerusform>%n deletion asked for</numerusform>
            <numerusform>%n deletions asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a clear answer</source>
        <translation>
            <numerusform>%n without a clear answer</numerusform>
            <numerusform>%n without a clear answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked</source>
        <translation>
            <numerusform>%n not asked</numerusform>
            <numerusform>%n not asked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountsText</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n with problems</numerusform>
            <numerusform>%n with problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message numerus="yes">
        <source>%n customer(s), from the orders here</source>
        <translation>
            <numerusform>%n customer, from the orders here</numerusform>
            <numerusform>%n customers, from the orders here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message numerus="yes">
        <source>%n order(s) may or may not have arrived</source>
        <translation>
            <numerusform>%n order may or may not have arrived</numerusform>
            <numerusform>%n orders may or may not have arrived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n order(s) a newer version has been sent since: these are not sent again.</source>
        <translation>
            <numerusform>Of %n order a newer version has been sent since: it is not sent again.</numerusform>
            <numerusform>Of %n orders a newer version has been sent since: these are not sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send all %n again</source>
        <translation>
            <numerusform>Send %n again</numerusform>
            <numerusform>Send all %n again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark all %n as accepted</source>
        <translation>
            <numerusform>Mark %n as accepted</numerusform>
            <numerusform>Mark all %n as accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) sent to {account} on {when} ({zone}):</source>
        <translation>
            <numerusform>%n order sent to {account} on {when} ({zone}):</numerusform>
            <numerusform>%n orders sent to {account} on {when} ({zone}):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are held back</source>
        <translation>
            <numerusform>%n order is held back</numerusform>
            <numerusform>%n orders are held back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>Send %n order(s) again?</source>
        <translation>
            <numerusform>Send %n order again?</numerusform>
            <numerusform>Send %n orders again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to be looked at.</source>
        <translation>
            <numerusform>%n file still to be looked at.</numerusform>
            <numerusform>%n files still to be looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeletionDialog</name>
    <message numerus="yes">
        <source>The %n selected order(s)</source>
        <translation>
            <numerusform>The %n selected order</numerusform>
            <numerusform>The %n selected orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to delete.</source>
        <translation>
            <numerusform>%n request to delete.</numerusform>
            <numerusform>%n requests to delete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) sent from here have their date then.</source>
        <translation>
            <numerusform>%n order sent from here have their date then.</numerusform>
            <numerusform>%n orders sent from here have their date then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are in the outbox: sending brings them back.</source>
        <translation>
            <numerusform>%n order is in the outbox: sending brings them back.</numerusform>
            <numerusform>%n orders are in the outbox: sending brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were never sent and are left out.</source>
        <translation>
            <numerusform>%n order was never sent and are left out.</numerusform>
            <numerusform>%n orders were never sent and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask for the %n not sent from here too</source>
        <translation>
            <numerusform>Ask for the %n not sent from here too</numerusform>
            <numerusform>Ask for the %n not sent from here too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesDesk</name>
    <message numerus="yes">
        <source>Merge %n order(s)</source>
        <translation>
            <numerusform>Merge %n order</numerusform>
            <numerusform>Merge %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) merged</source>
        <translation>
            <numerusform>%n order merged</numerusform>
            <numerusform>%n orders merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were changed since and keep their text</source>
        <translation>
            <numerusform>%n was changed since and keeps its text</numerusform>
            <numerusform>%n were changed since and keep their text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message numerus="yes">
        <source>Show %n ruled out</source>
        <translation>
            <numerusform>Show %n ruled out</numerusform>
            <numerusform>Show %n ruled out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n likely duplicate(s)</source>
        <translation>
            <numerusform>%n likely duplicate</numerusform>
            <numerusform>%n likely duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) merged.</source>
        <translation>
            <numerusform>%n group merged.</numerusform>
            <numerusform>%n groups merged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileTab</name>
    <message numerus="yes">
        <source>%n row(s) left out as no orders; each says why.</source>
        <translation>
            <numerusform>%n row left out as no orders; each says why.</numerusform>
            <numerusform>%n rows left out as no orders; each says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>&amp;Replace %n</source>
        <translation>
            <numerusform>&amp;Replace %n</numerusform>
            <numerusform>&amp;Replace %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n order(s)</source>
        <translation>
            <numerusform>in %n order</numerusform>
            <numerusform>in %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation>
            <numerusform>%n thing to put right</numerusform>
            <numerusform>%n things to put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FixBar</name>
    <message numerus="yes">
        <source>Change all %n</source>
        <translation>
            <numerusform>Change %n</numerusform>
            <numerusform>Change all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use %n proposal(s)</source>
        <translation>
            <numerusform>Use %n proposal</numerusform>
            <numerusform>Use %n proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact card(s)</source>
        <translation>
            <numerusform>%n contact card</numerusform>
            <numerusform>%n contact cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n backup</numerusform>
            <numerusform>%n backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n damaged database(s) put aside, in which they may be</source>
        <translation>
            <numerusform>Delete %n damaged database put aside, in which they may be</numerusform>
            <numerusform>Delete %n damaged databases put aside, in which they may be</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupingBar</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDetails</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDetails</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with errors</source>
        <translation>
            <numerusform>%n with errors</numerusform>
            <numerusform>%n with errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemsEditor</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonTreeModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderPane</name>
    <message numerus="yes">
        <source>%n order(s) selected</source>
        <translation>
            <numerusform>%n order selected</numerusform>
            <numerusform>%n orders selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutDesk</name>
    <message numerus="yes">
        <source>%n event(s) copied</source>
        <translation>
            <numerusform>%n event copied</numerusform>
            <numerusform>%n events copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Support bundle written to {file}, with %n order(s); people are masked.</source>
        <translation>
            <numerusform>Support bundle written to {file}, with %n order; people are masked.</numerusform>
            <numerusform>Support bundle written to {file}, with %n orders; people are masked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message numerus="yes">
        <source>%n order(s) accepted</source>
        <translation>
            <numerusform>%n order accepted</numerusform>
            <numerusform>%n orders accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation>
            <numerusform>%n unconfirmed</numerusform>
            <numerusform>%n unconfirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still waiting</source>
        <translation>
            <numerusform>%n still waiting</numerusform>
            <numerusform>%n still waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message numerus="yes">
        <source>%n copied row(s) go beyond the end of the list and are left out.</source>
        <translation>
            <numerusform>%n copied row go beyond the end of the list and are left out.</numerusform>
            <numerusform>%n copied rows go beyond the end of the list and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied row(s) are of orders that are not here.</source>
        <translation>
            <numerusform>%n copied row is of orders that are not here.</numerusform>
            <numerusform>%n copied rows are of orders that are not here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) will change</source>
        <translation>
            <numerusform>%n order will change</numerusform>
            <numerusform>%n orders will change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the %n order(s) that were sent &amp;too; what was sent stays in the history</source>
        <translation>
            <numerusform>Change the %n order that was sent &amp;too; what was sent stays in the history</numerusform>
            <numerusform>Change the %n orders that were sent &amp;too; what was sent stays in the history</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Change %n order(s)</source>
        <translation>
            <numerusform>&amp;Change %n order</numerusform>
            <numerusform>&amp;Change %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will have new errors.</source>
        <translation>
            <numerusform>%n will have new errors.</numerusform>
            <numerusform>%n will have new errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left alone; the reason stands beside each.</source>
        <translation>
            <numerusform>%n left alone; the reason stands beside each.</numerusform>
            <numerusform>%n left alone; the reason stands beside each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have these values already.</source>
        <translation>
            <numerusform>%n has these values already.</numerusform>
            <numerusform>%n have these values already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message numerus="yes">
        <source>%n column(s) at the right</source>
        <translation>
            <numerusform>%n column at the right</numerusform>
            <numerusform>%n columns at the right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste into %n order(s)</source>
        <translation>
            <numerusform>Paste into %n order</numerusform>
            <numerusform>Paste into %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleDesk</name>
    <message numerus="yes">
        <source>Erased from %n order(s)</source>
        <translation>
            <numerusform>Erased from %n order</numerusform>
            <numerusform>Erased from %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) rewritten</source>
        <translation>
            <numerusform>%n backup rewritten</numerusform>
            <numerusform>%n backups rewritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) deleted</source>
        <translation>
            <numerusform>%n backup deleted</numerusform>
            <numerusform>%n backups deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged database(s) deleted</source>
        <translation>
            <numerusform>%n damaged database deleted</numerusform>
            <numerusform>%n damaged databases deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsTab</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take what seems right: %n word(s)</source>
        <translation>
            <numerusform>Take what seems right: %n word</numerusform>
            <numerusform>Take what seems right: %n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message numerus="yes">
        <source>Replace in %n order(s)</source>
        <translation>
            <numerusform>Replace in %n order</numerusform>
            <numerusform>Replace in %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) changed</source>
        <translation>
            <numerusform>%n order changed</numerusform>
            <numerusform>%n orders changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) as before</source>
        <translation>
            <numerusform>%n order as before</numerusform>
            <numerusform>%n orders as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) changed again</source>
        <translation>
            <numerusform>%n order changed again</numerusform>
            <numerusform>%n orders changed again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were changed since and stay</source>
        <translation>
            <numerusform>%n was changed since and stays</numerusform>
            <numerusform>%n were changed since and stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message numerus="yes">
        <source>%n order(s) came in</source>
        <translation>
            <numerusform>%n order came in</numerusform>
            <numerusform>%n orders came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back to the file: %n order(s) were left out</source>
        <translation>
            <numerusform>Back to the file: %n order was left out</numerusform>
            <numerusform>Back to the file: %n orders were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the file left out</source>
        <translation>
            <numerusform>%n row of the file left out</numerusform>
            <numerusform>%n rows of the file left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevenueChart</name>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform>
            <numerusform>%n sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>%n order(s) will come in</source>
        <translation>
            <numerusform>%n order will come in</numerusform>
            <numerusform>%n orders will come in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with errors, as drafts</source>
        <translation>
            <numerusform>%n with errors, as a draft</numerusform>
            <numerusform>%n with errors, as drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n</source>
        <translation>
            <numerusform>&amp;Import %n</numerusform>
            <numerusform>&amp;Import %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RfmModel</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales or more</source>
        <translation>
            <numerusform>%n sales or more</numerusform>
            <numerusform>%n sales or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n and more</source>
        <translation>
            <numerusform>%n and more</numerusform>
            <numerusform>%n and more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform>
            <numerusform>%n sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingRejected</name>
    <message numerus="yes">
        <source>%n row(s) saved to {file}. Put them right there and import that file.</source>
        <translation>
            <numerusform>%n row saved to {file}. Put them right there and import that file.</numerusform>
            <numerusform>%n rows saved to {file}. Put them right there and import that file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message numerus="yes">
        <source>Send %n</source>
        <translation>
            <numerusform>Send %n</numerusform>
            <numerusform>Send %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n ready</source>
        <translation>
            <numerusform>Send %n ready</numerusform>
            <numerusform>Send %n ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendFlow</name>
    <message numerus="yes">
        <source>%n order(s) may have arrived before: their event may come twice.</source>
        <translation>
            <numerusform>%n order may have arrived before: its event may come twice.</numerusform>
            <numerusform>%n orders may have arrived before: their event may come twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are more than a month old.</source>
        <translation>
            <numerusform>%n order is more than a month old.</numerusform>
            <numerusform>%n orders are more than a month old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have no usable e-mail or phone: no message.</source>
        <translation>
            <numerusform>%n order has no usable e-mail or phone: no message.</numerusform>
            <numerusform>%n orders have no usable e-mail or phone: no message.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n order(s) to {account}?</source>
        <translation>
            <numerusform>Send %n order to {account}?</numerusform>
            <numerusform>Send %n orders to {account}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n order(s) to {account} on {when}?</source>
        <translation>
            <numerusform>Send %n order to {account} on {when}?</numerusform>
            <numerusform>Send %n orders to {account} on {when}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are held since a backup was restored: look at them first.</source>
        <translation>
            <numerusform>%n order is held since a backup was restored: look at them first.</numerusform>
            <numerusform>%n orders are held since a backup was restored: look at them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n</source>
        <translation>
            <numerusform>Send %n</numerusform>
            <numerusform>Send %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) came to the outbox while others were sent, and wait.</source>
        <translation>
            <numerusform>%n order came to the outbox while others were sent, and wait.</numerusform>
            <numerusform>%n orders came to the outbox while others were sent, and wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendPreviewDialog</name>
    <message numerus="yes">
        <source>Sending the outbox raises %n event(s)</source>
        <translation>
            <numerusform>Sending the outbox raises %n event</numerusform>
            <numerusform>Sending the outbox raises %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending what is ready raises %n event(s)</source>
        <translation>
            <numerusform>Sending what is ready raises %n event</numerusform>
            <numerusform>Sending what is ready raises %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendPreviewList</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendPreviewWords</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them new, as far as is known here</source>
        <translation>
            <numerusform>%n of them new, as far as is known here</numerusform>
            <numerusform>%n of them new, as far as is known here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be reached by e-mail or SMS</source>
        <translation>
            <numerusform>%n cannot be reached by e-mail or SMS</numerusform>
            <numerusform>%n cannot be reached by e-mail or SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) may have arrived before: their event may come twice.</source>
        <translation>
            <numerusform>%n order may have arrived before: its event may come twice.</numerusform>
            <numerusform>%n orders may have arrived before: their event may come twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) get an order whose e-mail is not theirs: the customer ID decides.</source>
        <translation>
            <numerusform>%n contact gets an order whose e-mail is not theirs: the customer ID decides.</numerusform>
            <numerusform>%n contacts get an order whose e-mail is not theirs: the customer ID decides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are more than a month old: messages about them may come as a surprise.</source>
        <translation>
            <numerusform>%n order is more than a month old: messages about them may come as a surprise.</numerusform>
            <numerusform>%n orders are more than a month old: messages about them may come as a surprise.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n abandoned cart(s): do not send these if web tracking is on in your shop; it finds them itself.</source>
        <translation>
            <numerusform>%n abandoned cart: do not send these if web tracking is on in your shop; it finds them itself.</numerusform>
            <numerusform>%n abandoned carts: do not send these if web tracking is on in your shop; it finds them itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these carts became an order: its customer would be reminded of what is bought.</source>
        <translation>
            <numerusform>%n of these carts became an order: its customer would be reminded of what is bought.</numerusform>
            <numerusform>%n of these carts became an order: its customer would be reminded of what is bought.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingDesk</name>
    <message numerus="yes">
        <source>%n order(s) in doubt go again, as this account's settings say</source>
        <translation>
            <numerusform>%n order in doubt goes again, as this account's settings say</numerusform>
            <numerusform>%n orders in doubt go again, as this account's settings say</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order id(s) copied. Look for them in Yespo: Automation, Orders.</source>
        <translation>
            <numerusform>%n order id copied. Look for them in Yespo: Automation, Orders.</numerusform>
            <numerusform>%n order ids copied. Look for them in Yespo: Automation, Orders.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n in the outbox</source>
        <translation>
            <numerusform>%n in the outbox</numerusform>
            <numerusform>%n in the outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation>
            <numerusform>%n unconfirmed</numerusform>
            <numerusform>%n unconfirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusChart</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusDialog</name>
    <message numerus="yes">
        <source>A new status for %n order(s)</source>
        <translation>
            <numerusform>A new status for %n order</numerusform>
            <numerusform>A new status for %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have this status already and stay as they are.</source>
        <translation>
            <numerusform>%n order has this status already and stay as they are.</numerusform>
            <numerusform>%n orders have this status already and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have no e-mail or phone: no message.</source>
        <translation>
            <numerusform>%n order has no e-mail or phone: no message.</numerusform>
            <numerusform>%n orders have no e-mail or phone: no message.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are more than a month old.</source>
        <translation>
            <numerusform>%n order is more than a month old.</numerusform>
            <numerusform>%n orders are more than a month old.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message numerus="yes">
        <source>%n order(s) will be removed.</source>
        <translation>
            <numerusform>%n order will be removed.</numerusform>
            <numerusform>%n orders will be removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n get their old text back.</source>
        <translation>
            <numerusform>%n get their old text back.</numerusform>
            <numerusform>%n get their old text back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken out of the outbox: %n.</source>
        <translation>
            <numerusform>Taken out of the outbox: %n.</numerusform>
            <numerusform>Taken out of the outbox: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) removed</source>
        <translation>
            <numerusform>%n order removed</numerusform>
            <numerusform>%n orders removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put back as before</source>
        <translation>
            <numerusform>%n put back as before</numerusform>
            <numerusform>%n put back as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay: they were sent, or may have been, and that cannot be called back.</source>
        <translation>
            <numerusform>%n stay: they were sent, or may have been, and that cannot be called back.</numerusform>
            <numerusform>%n stay: they were sent, or may have been, and that cannot be called back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay: changed since, by hand or by another import.</source>
        <translation>
            <numerusform>%n stay: changed since, by hand or by another import.</numerusform>
            <numerusform>%n stay: changed since, by hand or by another import.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WholeLine</name>
    <message numerus="yes">
        <source>%n more character(s) are kept, but not shown.</source>
        <translation>
            <numerusform>%n more character is kept, but not shown.</numerusform>
            <numerusform>%n more characters are kept, but not shown.</numerusform>
        </translation>
    </message>
</context>
</TS>
