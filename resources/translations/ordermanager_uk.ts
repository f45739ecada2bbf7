<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en_US">
<context>
    <name>AccountForm</name>
    <message>
        <source>SANDBOX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: My shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for one piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for the whole line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, or not sure: ask me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: send it again by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are made in Yespo: Settings → API → New key, with full access. One that is not used for 90 days stops working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item&apos;s &amp;price is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can a re&amp;peated order write to customers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring; type to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until the program ends; type to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken from ORDERMANAGER_API_KEY; type to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sandbox needs none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {address}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account {name} and its key? What was sent through it stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (default)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in orders from a CSV, Excel, OpenDocument or JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the orders of this list to a CSV, Excel or JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole workspace to its backup folder now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts, defaults, language and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish what is being sent and close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a table or JSON from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows, to paste into a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find orders by id, name, e-mail, phone, item or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit in the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the form of this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new order like this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected orders; can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue the selected orders for sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw from the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected orders back before they are sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue the selected sent orders once more; raises their event again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed: send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them once more: nothing is missed, an event may be raised twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed: mark as accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it that they arrived: nothing is sent, nobody gets a message twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the outbox now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue all ready orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every ready order in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the request on its way, then wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the request on its way, then stop; the rest stays in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take every order back from the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the keyboard between folders, list and order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, the other way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the order pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the pane on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change between the light and the dark look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions and their keys on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Order Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this kind of table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field&apos;s own name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Columns of the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n order(s) deleted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) deleted; those in the outbox stay, withdraw them first</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Orders in the outbox cannot be deleted. Withdraw them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Queueing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are in the outbox</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) still have errors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) still have errors and were not queued</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to queue: these orders are in the outbox or sent already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) withdrawn and ready again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to withdraw: they are on their way or sent already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are back in the outbox</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) marked as accepted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The account may send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put back as before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept, because they were queued or changed since</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import taken back: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup made and checked: {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConstantsPanel</name>
    <message>
        <source>Give one value for all, or a pattern with field names in braces. Empty fields stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given for all orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not have: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two letters, for example UA, PL or DE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;quired fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates without an &amp;offset are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones without a &amp;code are of</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Ask the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch this contact&apos;s card from the account now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) of this contact here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>From the account, just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the account, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From what this workspace knows; the account was not asked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactTab</name>
    <message>
        <source>The contact is shown when the order has been saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountsText</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>2026-11-23 14:05</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a date (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message numerus="yes">
        <source>%n order(s) may or may not have arrived</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first of %n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to {account} on {when}. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missed. If they had arrived, their events are raised twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody gets a message twice. If they had not arrived, they are missing there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are held back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A backup was restored: some of these may have been sent after it was made. Look first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put them back in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to {account} has stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this account send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the account&apos;s address and key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>Send %n order(s) again?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Their events are raised once more: workflows may write to the customers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the import of {file}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its new orders are removed and updated ones get their old text back. Orders that were queued, sent or changed by hand since stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no table. Copy the rows in your spreadsheet first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order Manager {version} – shop orders to Yespo, checked and proven. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>No orders yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file from your shop, or write the first order by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders that still miss something wait here until they are complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported orders with problems come here. There are none: well done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ready orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders without errors come here, to be put in the outbox when you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outbox is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued orders wait here until they are sent. Queue the ready ones first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server has accepted lies here, with proof of what was sent and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders that the server refused come here with its reason, to be put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the connection breaks at a bad moment, orders wait here for your decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word is looked for at the beginning of ids, names, e-mails, phones, items and addresses.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventKind</name>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Order ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>{field}, required</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>Use “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can be sent; %n thing(s) to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Folder</name>
    <message>
        <source>All orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormGroup</name>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery and payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what will happen &amp;before sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is drawn anew in the other language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Event history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON that was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event matches your search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each order that is sent raises an event at Yespo. Its proof will be kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing of this file was kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportsPage</name>
    <message>
        <source>Imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what this import brought; orders that were queued or sent since stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No imports yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file from your shop on this window, or choose one. Nothing is sent by importing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>Tables and JSON (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsEditor</name>
    <message>
        <source>Add item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin another item (Tab behind the last cell)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate this item (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move item up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move item down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this item (Ctrl+Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The active rule set sends orders without their items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>Line total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every item needs this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonTab</name>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it would be sent now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly what was put in the outbox as this revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the form says now, as Yespo would get it. An order with errors is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number}: {status}, {state} {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonTextView</name>
    <message>
        <source>JSON text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonTreeModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the JSON as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the JSON as a tree that folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all, a value or its path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON; it is shown as it came.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Imported orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Finishing the request on its way, then the window closes. Close again to not wait.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your orders are safe. Please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Will be sent as {digits}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderPane</name>
    <message numerus="yes">
        <source>%n order(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Queue, delete or change them together from the menu, or choose one to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an order in the list to see and change it here, or press Ctrl+N to write a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors: {errors}, warnings: {warnings}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderTableView</name>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersModel</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer, e-mail or phone, and for each item its name, price, link and picture: messages look right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Without items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items are left out of what is sent. Enough for statistics, too little for messages about goods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what Yespo&apos;s newest page asks for; an order may come without a customer ID, prices and links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for &amp;one piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total = quantity × price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for the whole &amp;line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total = price; the quantity is in it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every order must have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How texts are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item&apos;s price is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates without an offset are in the &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phones without a country code are of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two letters, for example UA, PL or DE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Currency of a new order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status of a &amp;new order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairsEditor</name>
    <message>
        <source>“{name}” stands here twice; only the last one is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders save themselves a second after the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save now (it also happens by itself)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put revision {number} in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this order in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed since this order was queued</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>There is a backup. Restoring it keeps the damaged file aside, and holds back whatever was not sent yet, so that nothing goes out twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Kind of &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Header in row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Import another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) came in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Those with problems came in as drafts; each says what is wrong with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are ready: put them in the outbox when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the file left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleSet</name>
    <message>
        <source>Full: all fields that messages use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without items: for statistics only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum: what Yespo&apos;s newest page asks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear or search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message numerus="yes">
        <source>Send %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue and send %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendFlow</name>
    <message>
        <source>No account is connected yet. Add one in the settings, or try the sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each event can start a workflow that writes to the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are more than a month old.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have no usable e-mail or phone: no message.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n order(s) to {account}?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queueing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) accepted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>{address} is not secure: customers&apos; data and the key would be readable on the way. Use https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{address}” is not the address of an API. It looks like https://yespo.io/api.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must not contain a user name or password. The key has a field of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the request as wrong (HTTP {status}): {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server finds the request too large; it is sent in smaller parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks to send more slowly. Sending goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy or being maintained (HTTP {status}). Sending goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the API key (HTTP {status}). Make a key with full access at Yespo under your profile, Settings, API, and enter it in the account&apos;s settings here. A key that was not used for 90 days is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server at this address does not take orders (HTTP {status}). Check the account&apos;s address; it is usually https://yespo.io/api. Nothing was taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says that it received this very request less than a minute ago. It may have taken these orders already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server had an error (HTTP {status}) after it had received the orders. It may or may not have taken them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The orders could not be sent completely. Nothing was taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The orders were sent, but no clear answer came back. The server may or may not have taken them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered is not the Yespo API: perhaps a hotel or company network that wants a sign-in, or a wrong address. Check that in a browser and in the account&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an API key. Copy it from Yespo: profile, Settings, API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy&apos;s address is not right. It looks like http://proxy.example:3128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a contact by one thing: the customer ID, the e-mail or the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A contact&apos;s number consists of digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which order is to be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning must be before the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 24 hours of orders can be deleted at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s name was not found. Check the internet connection and the account&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the connection. Check the account&apos;s address, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer the call in time. Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to the server ({detail}). Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, or this computer&apos;s clock is wrong. Check the date and time; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet: this computer&apos;s clock is probably wrong. Check the date and time; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is from an unknown authority, so somebody may be listening in (an antivirus, a company proxy, a hotel network). Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another address. Check the account&apos;s address; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not speak HTTPS at this address. Check the account&apos;s address and port; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to the server ({detail}). Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy did not let the request through ({detail}). Check the proxy in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer did not come in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer was not proper HTTP ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer was far too long and was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer was compressed although that was not asked for, so it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request failed ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks to wait a little. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy or being maintained (HTTP {status}). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server had an error (HTTP {status}). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request could not be sent. Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clear answer came from the server. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was asked the same a moment ago. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read as a file of certificates (PEM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--rejected takes the rows of one file: import the files one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say either --ready or the IDs of orders, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say either --all or the IDs of orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not an e-mail address, phone number or customer ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a file. A workspace is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--screenshots goes with --unattended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {place} of the JSON is not an order: it must be an object in {{ }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is nested too deeply to be orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not complete JSON: it breaks off or has a slip at line {line}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON holds {name} where a number must stand. Correct it where it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order names nobody: fill in the customer ID, the e-mail or the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer {customer} is not known yet, and without e-mail or phone no contact can be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in the account has this customer ID, phone or e-mail: a new contact is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known here. Yespo looks for the phone and the e-mail, and makes a new contact if nobody has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer {customer} belongs to the contact of order {order}, sent on {date}. The customer ID decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact has the customer ID {customer}, and the customer ID decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact has the phone {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact has the e-mail {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {order}, sent on {date}, has the same phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {order}, sent on {date}, has the same e-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order&apos;s e-mail is {mine}, the contact&apos;s is {other}. An order does not change the contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order&apos;s phone is {mine}, the contact&apos;s is {other}. An order does not change the contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The e-mail {mine} belongs to another contact, {contact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone {mine} belongs to another contact, {contact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone belongs to contact {phone_contact}, the e-mail to {email_contact}: it is not known which one gets the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact has the customer ID {other}, the order has {mine}. Is it the same person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone named “{zone}”. Names look like Europe/Kyiv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill this in: the order cannot be sent without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the e-mail or the phone: one of them is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the customer ID, the e-mail or the phone: one of them is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least one item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An abandoned cart without items: a reminder would have nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No currency is given, so the amounts say little. Fill in UAH, USD or EUR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usable e-mail or phone: no message can reach this customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not an e-mail address. It looks like name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one e-mail address is written here. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The e-mail has letters that are not Latin: {letters}. Type them again with the Latin keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail can reach an address at {domain}. Correct it, or leave it empty and give a phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{domain}” looks like a slip of the keys. Is {meant} meant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a phone number. Write it with the country code, for example +380 67 123 45 67.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” has too many or too few digits for a phone number. Check it, with the country code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet has shortened this phone to {value}, its last digits are lost. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one phone number is written here. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phone numbers are known that begin like {value}. Check the digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not an amount. Write digits, for example 1234.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is a percentage. Write the amount of money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” may mean {first} or {second}. Write the one that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is read as a number with three decimals. If thousands are meant, write {thousands}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is too large for an amount. Check the digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is below zero. Write it without the minus sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a quantity. Write a number, for example 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is too large for a quantity. Check the digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quantity must be above zero. Remove the item if it was not bought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quantity is not a whole number. Yespo describes whole numbers only and may refuse the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items, shipping, discount and taxes come to {expected}, but the total is {actual}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total {actual} fits only if each price is for one piece, but the settings say that prices are for the whole line ({expected}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total {actual} fits only if each price is for the whole line, but the settings say that prices are for one piece ({expected}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write it like 2026-11-23 14:05 or 23.11.2026 14:05.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such date or time: “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is a spreadsheet&apos;s day number. It stands for {meant}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date is in the future: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is more than a year old. Sending it may still start workflows that write to the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a status. Choose INITIALIZED, IN_PROGRESS, DELIVERED, CANCELLED or ABANDONED_SHOPPING_CART.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a currency code. Codes have three letters: UAH, USD, EUR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yespo knows only Online and offline; “{value}” will count as online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a full link. Links begin with https:// and a site&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only links that begin with https:// or http:// can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give “{value}” a name, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two entries are named “{name}”. Rename one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another order here has the ID {value}. At Yespo the later one would replace the earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer {customer} has another e-mail in other orders: {other}. The order goes to whoever had this ID first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer {customer} has another phone in other orders: {other}. The order goes to whoever had this ID first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In other orders this e-mail belongs to customer {other}. Is the customer ID right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In other orders this phone belongs to customer {other}. Is the customer ID right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of this order disagree in “{column}”: row {row} counts, not “{other}” in row {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {rows} has more cells than the header; they were left out. Is a separator in a text?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yespo has no such fields, they were left out: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column “{column}”: {either} dates such as {example} may be day first or month first. Say which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column “{column}” mixes dates: {day} fit only day first, {month} only month first, {either} both. Those that fit both are left to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The separator must be one character, for example a comma; “{given}” is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, row {row}: a cell never ends or has more than {limit} characters. Usually a quotation mark is not closed: correct that row and import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} lines are not in {encoding} and were read as {fallback}: check their letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} zero characters were removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encoding “{name}”. Try utf-8, cp1251 or cp1252.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row of totals: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an order: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above the header: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layout “{name}”. Known are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a field. The fields of an order are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {file} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an import profile. Save one in the import window first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: no column was recognised as the order number. Say which one it is, or choose a layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row is an order; its number stands in “{column}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with the same “{column}” make one order, each row is an item. Order fields come from its first row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row is an order with up to {count} items in numbered columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a header in row {row} but no orders below it. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no header in row {row}. Say in which row the headers stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns without a header are not imported: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several columns have the same header: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty. Export it from the shop again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is protected by a password. Open it in Excel, save it without one, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no table but a {kind} file. Import a CSV, XLSX, XLS, ODS or JSON file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is neither text nor a workbook. Import a CSV, XLSX, XLS, ODS or JSON file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} changed or vanished while it was read. Nothing of it counts: import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} does not exist. Check its name and folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} may not be read. Close it in other programs, or ask for the right to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}. Copy it to this computer and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a folder. Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a device or a pipe. Save its content to a file and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is larger than 4 GB. Split it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in “{text}” is neither a field nor a column of this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no sheet “{sheet}”. It has: {sheets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: cell {column}{row} has more than {limit} characters. Shorten it and import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, row {row}: there are more than {limit} columns. Delete the ones that do not belong to the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is protected by a password. Save it without one and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged or was not downloaded completely. Download or save it again and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} would take too much memory or time to read: it claims to be far larger than a list of orders is. Copy the rows into a new workbook, or save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox&apos;s data file {file} cannot be used. Choose another, or delete this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox cannot write its data file ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{spec}” is not a fault of the sandbox. Use an HTTP status or one of {kinds}, and :N for the first N requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox cannot listen at {host}, port {port}. Choose another port; 0 takes any free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused this order: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused this order without saying why. Compare its fields with an order that was accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order alone is larger than the server takes. Shorten its descriptions or leave out items, then send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending was given up before the server had answered. It may or may not have taken these orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending was stopped. The orders that are not sent yet wait in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: the server cannot be reached. Nothing is lost, the orders wait in the outbox. Check the internet connection and the account&apos;s address, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a pause of {seconds} seconds. The orders wait in the outbox; send again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The very same request may not be repeated within a minute. The orders wait in the outbox until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} requests in a row brought no clear answer, so sending stopped before more orders come into doubt. Those sent are in Unconfirmed, the rest waits in the outbox. Look whether Yespo works, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses one order after the other with the same words, so the fault seems to be in the request and not in an order: {text} All orders wait in the outbox. Check the account&apos;s address and the rule set in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has answered, but the answer cannot be written to the workspace yet; the program tries again. {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet. Add one with the address https://yespo.io/api and your API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account {name} has no API key on this computer. Make one in Yespo (Settings → API → New key, full access) and enter it in the account&apos;s settings, or set ORDERMANAGER_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not an answer; there are ask and send_again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an account named {name} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to {organisation}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected. The account has no organisation name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a workspace in {folder} already. A demo needs a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order Manager {version}, Python {python}, SQLite {sqlite}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace in {folder} yet; the first command or window makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is sound ({rows} rows looked at, form {schema}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} orders are held back since a backup was restored, because they may have been sent already. Look into Yespo, then release or withdraw them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other users of this computer can read the workspace: {files}. Run ordermanager doctor --repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you can read the workspace&apos;s files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace&apos;s files have the rights of the folder that they are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you can read {file} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API keys are kept in the system&apos;s keyring ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no safe keyring on this computer: API keys are kept only until the program ends. For the command line, set ORDERMANAGER_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no safe keyring on this computer; the API key is taken from ORDERMANAGER_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} backups; the newest good one is {newest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {count} backups can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database in {folder} is damaged and there is no good backup of it. Nothing was changed. Restore the folder from a copy of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {backup} was restored; the damaged files lie in {aside}. Everything that was not sent yet is held until you release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order here has the ID {ids}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no safe place for keys, so the key is kept only until the program ends. For the command line, give it in the environment variable ORDERMANAGER_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the key (it may be locked), so the key is kept only until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key is empty. Copy it from Yespo: Settings → API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like an API key: it has blanks or line breaks in it. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} orders in this JSON. Import them, or leave one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a field that can be set. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The orders were sent, and nobody knows whether they arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outbox is being sent already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a status. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a region. Give two letters, for example UA, PL or DE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a time zone. Give a name like Europe/Kyiv or Europe/Warsaw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” cannot be the setting {name}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} must end with .csv, .xlsx or .json: the ending says which kind it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a folder. Give the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder} for the file. Make it first, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}. Close it in other programs, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Excel sheet has no room for so many rows. Export to a .csv file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the texts is longer than an Excel cell can be. Export to a .csv file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account named {name}. Add it, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account {account}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an account named {name} already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a backup that can be used: it is damaged or some other program&apos;s file. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup was restored. This order may have been sent after the backup was made, so it is held until you release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged: {detail}. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row in {table} refers to one that is not there. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored as sent in revision {revision} is damaged. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of order number {order} is damaged. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} counts {stored} orders but has {orders}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number {order} shows another state than its newest revision has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {revision} is on its way in a request that has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number {order} counts its unconfirmed revisions wrongly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index is damaged; orders may not be found. Repair it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balance of sending run {run} does not close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no line {line} in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace cannot be kept in {path} ({problem}). Choose another folder, or allow writing there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no import number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import number {number} has been taken back already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of Order Manager has changed the workspace {path}. Nothing was touched. Update the program on this computer, then open the workspace again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} is damaged or missing, and there is no backup of it that can be read. It was left as it is. Restore the folder from a copy of your own, or choose a new folder to start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} is damaged or missing. It was left as it is. The newest good backup is {backup}: restore it, and everything that was not sent yet will be held until you release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace in {folder}. Choose the folder of a workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a workspace of Order Manager but some other program&apos;s file. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {path} can be looked at but not changed, because its folder or disk is write-protected. Allow writing there, or open another workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders cannot be sorted by {sort}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no order number {order} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before the server had answered. The order may or may not have arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no revision {revision}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {run}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders of this workspace are being sent already, by another window or command. Wait until that has finished, or stop it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps the workspace {path} busy. Nothing was changed. Close the other program, or wait until it has finished, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing could be written to {path}. What was stored before is safe. Make some room on the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} is damaged and cannot be read. A backup can take its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not let us read or write {path} ({problem}). Look whether the disk is connected and the folder may be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search was given up for a newer one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the cell in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the form of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First, last row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a message or the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In lists</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Which orders shall come in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, Excel, OpenDocument or JSON. Exports of Shopify and WooCommerce are known by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table copied from a spreadsheet, with its header, or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or &amp;paste the orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateHint</name>
    <message>
        <source>Not finished: something is missing or wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked and complete. Queue it to have it sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits in the outbox for the next send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is being sent at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has taken it and raised its event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has refused it; the time line says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent, but nobody knows whether it arrived. You decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer revision took its place before it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept back until you release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back from the outbox before it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abandoned cart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A practice account on this computer: nothing reaches real customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel what is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account to send orders (settings)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} – stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n in the outbox</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused – {sent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection, trying again – {sent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending {sent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{selected} of {total} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusEditor</name>
    <message>
        <source>{word}: when accepted, Yespo raises the event {event}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Order written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} put in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} sent to {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} marked as accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows whether revision {number} arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} back in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} taken back from the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} replaced by a newer one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>Time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time line begins when the order is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TotalsLine</name>
    <message>
        <source>How the total is made up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum appears here when every item has a quantity and a price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No total is entered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total agrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total entered is {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ shipping {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− discount {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ taxes {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Reading the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_FieldDelegate</name>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional info: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_PairRow</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of additional info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of additional info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
