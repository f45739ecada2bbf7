<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en_US">
<context>
    <name>AccountForm</name>
    <message>
        <source>SANDBOX</source>
        <translation>ПІСОЧНИЦЯ</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Новий обліковий запис</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation>&amp;Зберегти зміни</translation>
    </message>
    <message>
        <source>&amp;Add account</source>
        <translation>&amp;Додати обліковий запис</translation>
    </message>
    <message>
        <source>for example: My shop</source>
        <translation>наприклад: Мій магазин</translation>
    </message>
    <message>
        <source>for one piece</source>
        <translation>за одну штуку</translation>
    </message>
    <message>
        <source>for the whole line</source>
        <translation>за весь рядок</translation>
    </message>
    <message>
        <source>Yes, or not sure: ask me</source>
        <translation>Так або не знаю: спитати мене</translation>
    </message>
    <message>
        <source>No: send it again by itself</source>
        <translation>Ні: надсилати ще раз самостійно</translation>
    </message>
    <message>
        <source>Yes: never send it again</source>
        <translation>Так: ніколи не надсилати ще раз</translation>
    </message>
    <message>
        <source> min</source>
        <translation> хв</translation>
    </message>
    <message>
        <source>raises its event</source>
        <translation>створює свою подію</translation>
    </message>
    <message>
        <source>gives way to a newer one that waits too</source>
        <translation>поступається новішій, що теж чекає</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>якнайшвидше</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Перевірити з’єднання</translation>
    </message>
    <message>
        <source>&amp;Make default</source>
        <translation>Зробити осно&amp;вним</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>Ви&amp;лучити…</translation>
    </message>
    <message>
        <source>Keys are made in Yespo: Settings → API → New key, with full access. One that is not used for 90 days stops working.</source>
        <translation>Ключі створюють у Yespo: Налаштування → API → Новий ключ, із повним доступом. Ключ, яким не користувалися 90 днів, перестає діяти.</translation>
    </message>
    <message>
        <source>An item&apos;s pr&amp;ice is</source>
        <translation>&amp;Ціна товару вказана</translation>
    </message>
    <message>
        <source>Each status chan&amp;ge in the outbox</source>
        <translation>Кожна зміна ст&amp;атусу у вихідних</translation>
    </message>
    <message>
        <source>Can a re&amp;peated order write to customers?</source>
        <translation>Чи може повторне замовлення нап&amp;исати клієнтам?</translation>
    </message>
    <message>
        <source>Send again aft&amp;er</source>
        <translation>Надіслати ще &amp;раз за</translation>
    </message>
    <message>
        <source>Re&amp;quests at once (1 is safest)</source>
        <translation>Запитів &amp;одночасно (1 – найбезпечніше)</translation>
    </message>
    <message>
        <source>Requests a min&amp;ute, at most</source>
        <translation>Запитів на &amp;хвилину, щонайбільше</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Назва</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>Адр&amp;еса</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Ключ API</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring; type to replace it</source>
        <translation>Зберігається у сховищі ключів системи; введіть новий, щоб замінити</translation>
    </message>
    <message>
        <source>Kept until the program ends; type to replace it</source>
        <translation>Зберігається, доки працює програма; введіть новий, щоб замінити</translation>
    </message>
    <message>
        <source>Taken from ORDERMANAGER_API_KEY; type to replace it</source>
        <translation>Узято зі змінної ORDERMANAGER_API_KEY; введіть новий, щоб замінити</translation>
    </message>
    <message>
        <source>A sandbox needs none</source>
        <translation>Пісочниці ключ не потрібен</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Облікові записи</translation>
    </message>
    <message>
        <source>&amp;New account</source>
        <translation>Новий о&amp;бліковий запис</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Збереження…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Збережено.</translation>
    </message>
    <message>
        <source>Asking {address}…</source>
        <translation>Запит до {address}…</translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation>Перевірка з’єднання</translation>
    </message>
    <message>
        <source>Remove the account {name} and its key? What was sent through it stays in the history.</source>
        <translation>Вилучити обліковий запис {name} разом із ключем? Надіслане через нього залишиться в історії.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Вилучити</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Залишити</translation>
    </message>
    <message>
        <source>{name} (default)</source>
        <translation>{name} (основний)</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Зміни</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>З&amp;амовлення</translation>
    </message>
    <message>
        <source>&amp;Sending</source>
        <translation>&amp;Надсилання</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вигляд</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Довідка</translation>
    </message>
    <message>
        <source>This is for a list of orders. Choose a folder of orders first.</source>
        <translation>Це для списку замовлень. Спершу виберіть теку із замовленнями.</translation>
    </message>
    <message>
        <source>This is for a list. Choose a folder of orders, or the event history, first.</source>
        <translation>Це для списку. Спершу виберіть теку із замовленнями або історію подій.</translation>
    </message>
    <message>
        <source>This is for a list with columns. Choose a folder first.</source>
        <translation>Це для списку зі стовпцями. Спершу виберіть теку.</translation>
    </message>
    <message>
        <source>Nothing is selected. Select a row of the list first.</source>
        <translation>Нічого не вибрано. Спершу виберіть рядок у списку.</translation>
    </message>
    <message>
        <source>This is for one order. Select exactly one.</source>
        <translation>Це для одного замовлення. Виберіть лише одне.</translation>
    </message>
    <message>
        <source>No order is chosen. Choose one in the list first.</source>
        <translation>Замовлення не вибрано. Спершу виберіть його у списку.</translation>
    </message>
    <message>
        <source>What is selected is in the outbox or sent already.</source>
        <translation>Вибране вже у вихідних або надіслане.</translation>
    </message>
    <message>
        <source>Nothing that is selected waits in the outbox.</source>
        <translation>Серед вибраного немає нічого, що чекало б у вихідних.</translation>
    </message>
    <message>
        <source>Nothing that is selected was sent.</source>
        <translation>Серед вибраного немає нічого надісланого.</translation>
    </message>
    <message>
        <source>Nothing that is selected is unconfirmed.</source>
        <translation>Серед вибраного немає нічого непідтвердженого.</translation>
    </message>
    <message>
        <source>The account&apos;s settings say that what is in doubt is never sent again.</source>
        <translation>У налаштуваннях облікового запису вказано: сумнівне ніколи не надсилати ще раз.</translation>
    </message>
    <message>
        <source>Orders are being sent already.</source>
        <translation>Замовлення вже надсилаються.</translation>
    </message>
    <message>
        <source>The outbox is empty, and no order is ready to be put there.</source>
        <translation>Вихідні порожні, і немає замовлень, готових туди потрапити.</translation>
    </message>
    <message>
        <source>The outbox is empty.</source>
        <translation>Вихідні порожні.</translation>
    </message>
    <message>
        <source>No order is ready.</source>
        <translation>Немає готових замовлень.</translation>
    </message>
    <message>
        <source>Nothing is being sent.</source>
        <translation>Зараз нічого не надсилається.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Немає чого скасовувати.</translation>
    </message>
    <message>
        <source>Nothing was taken back that could be done again.</source>
        <translation>Немає скасованого, яке можна повторити.</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Нове замовлення</translation>
    </message>
    <message>
        <source>Begin a new order</source>
        <translation>Почати нове замовлення</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Save the order in the form now, and say what is still missing</source>
        <translation>Зберегти замовлення у формі зараз і сказати, чого ще бракує</translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation>Зберегти й створити нове</translation>
    </message>
    <message>
        <source>Save the order in the form, and write the next one</source>
        <translation>Зберегти замовлення у формі й написати наступне</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Імпортувати…</translation>
    </message>
    <message>
        <source>Bring in orders from a CSV, Excel, OpenDocument or JSON file</source>
        <translation>Додати замовлення з файлу CSV, Excel, OpenDocument або JSON</translation>
    </message>
    <message>
        <source>Export this list…</source>
        <translation>Експортувати цей список…</translation>
    </message>
    <message>
        <source>Write the orders of this list to a CSV, Excel or JSON file</source>
        <translation>Записати замовлення цього списку у файл CSV, Excel або JSON</translation>
    </message>
    <message>
        <source>Save the order as PDF…</source>
        <translation>Зберегти замовлення як PDF…</translation>
    </message>
    <message>
        <source>The order, its timeline and what was sent, on pages to give away</source>
        <translation>Замовлення, його історія й надіслане – на сторінках, які можна комусь дати</translation>
    </message>
    <message>
        <source>Print the order, its timeline and what was sent</source>
        <translation>Надрукувати замовлення, його історію й надіслане</translation>
    </message>
    <message>
        <source>Print the order…</source>
        <translation>Надрукувати замовлення…</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Створити резервну копію</translation>
    </message>
    <message>
        <source>Copy the whole workspace to its backup folder now</source>
        <translation>Скопіювати весь робочий простір до теки резервних копій</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Резервні копії…</translation>
    </message>
    <message>
        <source>See the backups, and go back to one</source>
        <translation>Переглянути резервні копії та повернутися до однієї з них</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Налаштування…</translation>
    </message>
    <message>
        <source>Accounts, defaults, language and look</source>
        <translation>Облікові записи, типові значення, мова й вигляд</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Finish what is being sent and close the window</source>
        <translation>Завершити поточний запит і закрити вікно</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати дію</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Скасувати останню зміну</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторити дію</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Знову зробити скасоване</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставити</translation>
    </message>
    <message>
        <source>Paste copied cells into the list, after a look at what changes; import a table or JSON</source>
        <translation>Вставити скопійовані клітинки в список, спершу показавши зміни; імпортувати таблицю або JSON</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Копіювати як таблицю</translation>
    </message>
    <message>
        <source>Copy the selected rows, to paste into a spreadsheet</source>
        <translation>Скопіювати вибрані рядки, щоб вставити в електронну таблицю</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Копіювати як JSON</translation>
    </message>
    <message>
        <source>Copy the JSON of what is selected: orders as they would be sent, events as they were</source>
        <translation>Копіювати JSON вибраного: замовлення – якими їх буде надіслано, події – якими були</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Заповнити вниз</translation>
    </message>
    <message>
        <source>Give the other selected rows the first one&apos;s value in this column</source>
        <translation>Надати іншим вибраним рядкам значення першого в цьому стовпці</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
    <message>
        <source>Find orders by id, name, e-mail, phone, item or address</source>
        <translation>Шукати замовлення за номером, ім’ям, e-mail, телефоном, товаром або адресою</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фільтр</translation>
    </message>
    <message>
        <source>Go to the filters above the list</source>
        <translation>Перейти до фільтрів над списком</translation>
    </message>
    <message>
        <source>Find and replace…</source>
        <translation>Знайти й замінити…</translation>
    </message>
    <message>
        <source>Replace a text in the orders of this list, and see first what would change</source>
        <translation>Замінити текст у замовленнях цього списку, спершу побачивши, що зміниться</translation>
    </message>
    <message>
        <source>Find a command or an order…</source>
        <translation>Знайти команду або замовлення…</translation>
    </message>
    <message>
        <source>Type a few letters of what to do, where to go, or which order to see</source>
        <translation>Введіть кілька літер: що зробити, куди перейти або яке замовлення показати</translation>
    </message>
    <message>
        <source>Edit in the form</source>
        <translation>Змінити у формі</translation>
    </message>
    <message>
        <source>Go to the form of this order</source>
        <translation>Перейти до форми цього замовлення</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублювати</translation>
    </message>
    <message>
        <source>Begin a new order like this one</source>
        <translation>Почати нове замовлення за зразком цього</translation>
    </message>
    <message>
        <source>Change a field…</source>
        <translation>Змінити поле…</translation>
    </message>
    <message>
        <source>Set status, date, currency or customer ID of all selected orders</source>
        <translation>Змінити статус, дату, валюту або ID клієнта в усіх вибраних замовленнях</translation>
    </message>
    <message>
        <source>Set the selected orders to Delivered and put them in the outbox</source>
        <translation>Позначити вибрані замовлення доставленими й покласти їх до вихідних</translation>
    </message>
    <message>
        <source>Send a new status…</source>
        <translation>Надіслати новий статус…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>Delete the selected orders; can be undone</source>
        <translation>Видалити вибрані замовлення; це можна скасувати</translation>
    </message>
    <message>
        <source>Put in the outbox</source>
        <translation>До вихідних</translation>
    </message>
    <message>
        <source>Withdraw from the outbox</source>
        <translation>Повернути з вихідних</translation>
    </message>
    <message>
        <source>Take the selected orders back before they are sent</source>
        <translation>Забрати вибрані замовлення, доки їх не надіслано</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Надіслати ще раз</translation>
    </message>
    <message>
        <source>Mark as delivered, put in the outbox</source>
        <translation>Позначити доставленими й покласти до вихідних</translation>
    </message>
    <message>
        <source>Choose a status for the selected orders, see what it raises, and put them in the outbox</source>
        <translation>Вибрати статус для вибраних замовлень, побачити, що він створить, і покласти їх до вихідних</translation>
    </message>
    <message>
        <source>Put the selected orders in the outbox, to be sent</source>
        <translation>Покласти вибрані замовлення до вихідних, щоб надіслати</translation>
    </message>
    <message>
        <source>Put the selected sent orders in the outbox once more; raises their event again</source>
        <translation>Знову покласти вибрані надіслані замовлення до вихідних; їхні події виникнуть ще раз</translation>
    </message>
    <message>
        <source>Unconfirmed: send again</source>
        <translation>Непідтверджені: надіслати ще раз</translation>
    </message>
    <message>
        <source>Send them once more: nothing is missed, an event may be raised twice</source>
        <translation>Надіслати ще раз: нічого не пропаде, але подія може виникнути двічі</translation>
    </message>
    <message>
        <source>Unconfirmed: mark as accepted</source>
        <translation>Непідтверджені: вважати прийнятими</translation>
    </message>
    <message>
        <source>Take it that they arrived: nothing is sent, nobody gets a message twice</source>
        <translation>Вважати, що вони дійшли: нічого не надсилається, ніхто не отримає повідомлення двічі</translation>
    </message>
    <message>
        <source>Find duplicates…</source>
        <translation>Знайти дублікати…</translation>
    </message>
    <message>
        <source>Find orders that may be one, compare them and merge them</source>
        <translation>Знайти замовлення, які можуть бути одним, порівняти їх і об’єднати</translation>
    </message>
    <message>
        <source>Check all orders again</source>
        <translation>Перевірити всі замовлення знову</translation>
    </message>
    <message>
        <source>Check every order of the workspace by today&apos;s rules; can be stopped</source>
        <translation>Перевірити кожне замовлення за нинішніми правилами; можна зупинити</translation>
    </message>
    <message>
        <source>Ask Yespo to delete…</source>
        <translation>Попросити Yespo видалити…</translation>
    </message>
    <message>
        <source>Ask the account to delete the selected orders, some by their IDs, or all of a period, for good</source>
        <translation>Попросити обліковий запис назавжди видалити вибрані замовлення, названі за номерами або всі за період</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Надіслати</translation>
    </message>
    <message>
        <source>Send the outbox now</source>
        <translation>Надіслати вихідні зараз</translation>
    </message>
    <message>
        <source>Send later or in part…</source>
        <translation>Надіслати пізніше або частково…</translation>
    </message>
    <message>
        <source>Send at a time of your choice, or only orders with one status</source>
        <translation>Надіслати у вибраний час або лише замовлення з одним статусом</translation>
    </message>
    <message>
        <source>What will happen…</source>
        <translation>Що станеться…</translation>
    </message>
    <message>
        <source>Which events sending raises, at whom, and what speaks against it</source>
        <translation>Які події створить надсилання, для кого, і що цьому заперечує</translation>
    </message>
    <message>
        <source>All ready to outbox</source>
        <translation>Додати всі готові</translation>
    </message>
    <message>
        <source>Put every ready order in the outbox</source>
        <translation>Покласти всі готові замовлення до вихідних</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>Призупинити надсилання</translation>
    </message>
    <message>
        <source>Finish the request on its way, then wait</source>
        <translation>Завершити поточний запит і зачекати</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Зупинити надсилання</translation>
    </message>
    <message>
        <source>Finish the request on its way, then stop; the rest stays in the outbox</source>
        <translation>Завершити поточний запит і зупинитися; решта лишиться у вихідних</translation>
    </message>
    <message>
        <source>Withdraw everything</source>
        <translation>Повернути все</translation>
    </message>
    <message>
        <source>Take every order back from the outbox</source>
        <translation>Забрати всі замовлення з вихідних</translation>
    </message>
    <message>
        <source>Sending reports…</source>
        <translation>Звіти про надсилання…</translation>
    </message>
    <message>
        <source>What was sent and whether it adds up; a report as PDF, text or CSV</source>
        <translation>Що надіслано й чи все сходиться; звіт у PDF, текстом або CSV</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Наступна панель</translation>
    </message>
    <message>
        <source>Move the keyboard between folders, list and order</source>
        <translation>Перейти з клавіатури між теками, списком і замовленням</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Попередня панель</translation>
    </message>
    <message>
        <source>The same, the other way round</source>
        <translation>Те саме у зворотному порядку</translation>
    </message>
    <message>
        <source>Show the order pane</source>
        <translation>Показувати панель замовлення</translation>
    </message>
    <message>
        <source>Show or hide the pane on the right</source>
        <translation>Показати або сховати панель праворуч</translation>
    </message>
    <message>
        <source>Keep this list as a folder</source>
        <translation>Запам’ятати список як теку</translation>
    </message>
    <message>
        <source>Folder, search, filters and sorting as they are now, under a name of your own</source>
        <translation>Тека, пошук, фільтри й порядок, як зараз, під вашою назвою</translation>
    </message>
    <message>
        <source>Menu of this column</source>
        <translation>Меню цього стовпця</translation>
    </message>
    <message>
        <source>Sort by the current column, narrow, pin or hide it, and choose which columns are shown</source>
        <translation>Сортувати за поточним стовпцем, звузити за ним, закріпити або сховати його й вибрати, які стовпці показувати</translation>
    </message>
    <message>
        <source>Pin or unpin this column</source>
        <translation>Закріпити стовпець або зняти закріплення</translation>
    </message>
    <message>
        <source>Keep the current column at the left while the others scroll, or let it go</source>
        <translation>Тримати поточний стовпець ліворуч, поки інші прокручуються, або відпустити його</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Початковий вигляд стовпців</translation>
    </message>
    <message>
        <source>Show the columns that fit, in their first order and width</source>
        <translation>Показати стовпці, що вміщаються, у початковому порядку й ширині</translation>
    </message>
    <message>
        <source>Switch light and dark</source>
        <translation>Світлий або темний вигляд</translation>
    </message>
    <message>
        <source>Change between the light and the dark look</source>
        <translation>Перемкнути між світлим і темним виглядом</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Клавіатурні скорочення</translation>
    </message>
    <message>
        <source>All actions and their keys on one page</source>
        <translation>Усі дії та їхні клавіші на одній сторінці</translation>
    </message>
    <message>
        <source>Welcome tour</source>
        <translation>Знайомство</translation>
    </message>
    <message>
        <source>The first three steps: practise, import, connect</source>
        <translation>Перші три кроки: спробувати, імпортувати, під’єднати</translation>
    </message>
    <message>
        <source>Try it in the sandbox</source>
        <translation>Спробувати в пісочниці</translation>
    </message>
    <message>
        <source>A practice account on this computer, with sample orders to send to it</source>
        <translation>Навчальний обліковий запис на цьому комп’ютері зі зразками замовлень для надсилання</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>Під’єднати обліковий запис…</translation>
    </message>
    <message>
        <source>Name, address and API key of your Yespo account</source>
        <translation>Назва, адреса й ключ API вашого облікового запису Yespo</translation>
    </message>
    <message>
        <source>Support bundle…</source>
        <translation>Пакет для підтримки…</translation>
    </message>
    <message>
        <source>A file with versions, logs and the chosen orders&apos; history, people masked, to send to support</source>
        <translation>Файл із версіями, журналами та історією вибраних замовлень для служби підтримки; дані людей приховано</translation>
    </message>
    <message>
        <source>About Order Manager</source>
        <translation>Про Order Manager</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Версія та ліцензія</translation>
    </message>
</context>
<context>
    <name>Amount</name>
    <message>
        <source>from {amount}</source>
        <translation>від {amount}</translation>
    </message>
    <message>
        <source>up to {amount}</source>
        <translation>до {amount}</translation>
    </message>
</context>
<context>
    <name>AmountForm</name>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>any</source>
        <translation>будь-яка</translation>
    </message>
    <message>
        <source>Both are included. Leave one empty for no end.</source>
        <translation>Обидві межі включно. Порожня – без межі.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
    <message>
        <source>Any amount</source>
        <translation>Будь-яка сума</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Від</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;До</translation>
    </message>
    <message>
        <source>&amp;Currency</source>
        <translation>Ва&amp;люта</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сума</translation>
    </message>
</context>
<context>
    <name>ArrangedTableView</name>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Початковий вигляд стовпців</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Позначки</translation>
    </message>
    <message>
        <source>Sort up</source>
        <translation>За зростанням</translation>
    </message>
    <message>
        <source>Sort down</source>
        <translation>За спаданням</translation>
    </message>
    <message>
        <source>Unpin “{column}”</source>
        <translation>Відпустити «{column}»</translation>
    </message>
    <message>
        <source>Pin “{column}” at the left</source>
        <translation>Закріпити «{column}» ліворуч</translation>
    </message>
    <message>
        <source>Place and width</source>
        <translation>Місце та ширина</translation>
    </message>
    <message>
        <source>Hide “{column}”</source>
        <translation>Сховати «{column}»</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>Ліворуч</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Праворуч</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Ширше</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Вужче</translation>
    </message>
    <message>
        <source>As wide as its texts</source>
        <translation>За шириною текстів</translation>
    </message>
    <message>
        <source>{column} contains…</source>
        <translation>{column} містить…</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Резервні копії</translation>
    </message>
    <message>
        <source>&amp;Make a backup now</source>
        <translation>&amp;Створити копію зараз</translation>
    </message>
    <message>
        <source>Reading the backups…</source>
        <translation>Читання резервних копій…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Створено</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>&amp;Restore this one…</source>
        <translation>&amp;Відновити цю копію…</translation>
    </message>
    <message>
        <source>Restoring puts a backup in the place of what is here. That is backed up first, so you can come back. What was not sent yet is held until you release it, so that nothing goes out twice.</source>
        <translation>Відновлення ставить резервну копію на місце того, що є тут. Спершу з нього робиться копія, тож ви зможете повернутися. Усе ще не надіслане буде притримано, доки ви його не відпустите, щоб нічого не пішло двічі.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} МБ</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Справна</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Не читається</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Резервних копій ще немає.</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>вручну</translation>
    </message>
    <message>
        <source>once a day</source>
        <translation>щодня</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>перед відновленням</translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation>Створення резервної копії…</translation>
    </message>
    <message>
        <source>Go back to how everything was on {when}?</source>
        <translation>Повернутися до того, як усе було {when}?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Відновити</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>Залишити те, що є</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Відновлення…</translation>
    </message>
    <message>
        <source>The backup is in place.</source>
        <translation>Резервну копію відновлено.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are held in the outbox: look whether they were sent.</source>
        <translation>
            <numerusform>%n замовлення притримано у вихідних: перевірте, чи його надіслано.</numerusform>
            <numerusform>%n замовлення притримано у вихідних: перевірте, чи їх надіслано.</numerusform>
            <numerusform>%n замовлень притримано у вихідних: перевірте, чи їх надіслано.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkChanges</name>
    <message numerus="yes">
        <source>Changing %n order(s)…</source>
        <translation>
            <numerusform>Зміна %n замовлення…</numerusform>
            <numerusform>Зміна %n замовлень…</numerusform>
            <numerusform>Зміна %n замовлень…</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit {field}</source>
        <translation>зміна: {field}</translation>
    </message>
    <message>
        <source>Setting {field}: {done} of {total}</source>
        <translation>{field}: змінено {done} з {total}</translation>
    </message>
    <message>
        <source>Nothing to change: {field} is “{value}” already</source>
        <translation>Нема чого змінювати: {field} уже «{value}»</translation>
    </message>
    <message numerus="yes">
        <source>Set {field} of %n order(s)</source>
        <translation>
            <numerusform>{field}: зміна в %n замовленні</numerusform>
            <numerusform>{field}: зміна в %n замовленнях</numerusform>
            <numerusform>{field}: зміна в %n замовленнях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field} is now “{value}” in %n order(s)</source>
        <translation>
            <numerusform>{field} тепер «{value}» в %n замовленні</numerusform>
            <numerusform>{field} тепер «{value}» в %n замовленнях</numerusform>
            <numerusform>{field} тепер «{value}» в %n замовленнях</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Зупинено до завершення.</translation>
    </message>
    <message numerus="yes">
        <source>%n had it already</source>
        <translation>
            <numerusform>%n уже мало таке значення</numerusform>
            <numerusform>%n уже мали таке значення</numerusform>
            <numerusform>%n уже мали таке значення</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати дію</translation>
    </message>
    <message>
        <source>Taking the change back…</source>
        <translation>Скасування зміни…</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) as before</source>
        <translation>
            <numerusform>%n замовлення знову як було</numerusform>
            <numerusform>%n замовлення знову як були</numerusform>
            <numerusform>%n замовлень знову як були</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were changed since and stay</source>
        <translation>
            <numerusform>%n відтоді змінено, воно лишається</numerusform>
            <numerusform>%n відтоді змінено, вони лишаються</numerusform>
            <numerusform>%n відтоді змінено, вони лишаються</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) changed again</source>
        <translation>
            <numerusform>Знову змінено %n замовлення</numerusform>
            <numerusform>Знову змінено %n замовлення</numerusform>
            <numerusform>Знову змінено %n замовлень</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Календар</translation>
    </message>
    <message>
        <source>Time ({zone})</source>
        <translation>Час ({zone})</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Зараз</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Вибрати</translation>
    </message>
</context>
<context>
    <name>CellDeeds</name>
    <message>
        <source>Go to a cell that can be edited (status, date, total, e-mail …), then fill down.</source>
        <translation>Перейдіть у клітинку, яку можна редагувати (статус, дата, сума, e-mail …), і заповніть вниз.</translation>
    </message>
    <message>
        <source>Select the row whose value is wanted, and the rows below it, then fill down.</source>
        <translation>Виберіть рядок із потрібним значенням і рядки під ним, а потім заповніть вниз.</translation>
    </message>
    <message numerus="yes">
        <source>Set {field} to “{value}” in the other %n selected order(s) too?</source>
        <translation>
            <numerusform>Задати {field} = «{value}» і в іншому %n вибраному замовленні?</numerusform>
            <numerusform>Задати {field} = «{value}» і в інших %n вибраних замовленнях?</numerusform>
            <numerusform>Задати {field} = «{value}» і в інших %n вибраних замовленнях?</numerusform>
        </translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Задати</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Change a field</source>
        <translation>Змінити поле</translation>
    </message>
    <message numerus="yes">
        <source>Change a field of %n order(s)</source>
        <translation>
            <numerusform>Змінити поле в %n замовленні</numerusform>
            <numerusform>Змінити поле в %n замовленнях</numerusform>
            <numerusform>Змінити поле в %n замовленнях</numerusform>
        </translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Item: {name}</source>
        <translation>Товар: {name}</translation>
    </message>
    <message>
        <source>E-mail, else phone</source>
        <translation>E-mail, інакше телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Нове значення</translation>
    </message>
    <message>
        <source>Each order is checked again. Orders in the outbox keep what was put there. Ctrl+Z takes it back.</source>
        <translation>Кожне замовлення буде перевірено знову. Замовлення у вихідних збережуть те, що туди покладено. Ctrl+Z скасує зміну.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Змінити</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Currencies have three letters: UAH, USD, EUR.</source>
        <translation>Валюти мають три літери: UAH, USD, EUR.</translation>
    </message>
    <message>
        <source>Name the item in the pattern: https://shop.example/p/{externalItemId}</source>
        <translation>Назвіть товар у шаблоні: https://shop.example/p/{externalItemId}</translation>
    </message>
    <message>
        <source>Give a customer ID.</source>
        <translation>Вкажіть ID клієнта.</translation>
    </message>
    <message>
        <source>This is no date. Write it like 2026-11-23 14:05.</source>
        <translation>Це не дата. Запишіть її так: 2026-11-23 14:05.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}: {old} → {new}</translation>
    </message>
    <message>
        <source>{field}: {new} (was not there)</source>
        <translation>{field}: {new} (раніше не було)</translation>
    </message>
    <message>
        <source>{field}: {old} (is no longer there)</source>
        <translation>{field}: {old} (більше немає)</translation>
    </message>
    <message>
        <source>Item “{item}” was added</source>
        <translation>Додано товар «{item}»</translation>
    </message>
    <message>
        <source>Item “{item}” was removed</source>
        <translation>Вилучено товар «{item}»</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Товари</translation>
    </message>
    <message>
        <source>{item}, {field}</source>
        <translation>{item}, {field}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(порожньо)</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Зараз тут</translation>
    </message>
    <message>
        <source>After the import</source>
        <translation>Після імпорту</translation>
    </message>
</context>
<context>
    <name>ChartPart</name>
    <message>
        <source>Length of a bar</source>
        <translation>Проміжок одного стовпчика</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>за днями</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>за тижнями</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>за місяцями</translation>
    </message>
</context>
<context>
    <name>CheckingAll</name>
    <message>
        <source>The orders are being checked already.</source>
        <translation>Замовлення вже перевіряються.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Checking all orders…</source>
        <translation>Перевірка всіх замовлень…</translation>
    </message>
    <message>
        <source>Checked {done} of {total}</source>
        <translation>Перевірено {done} з {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) checked</source>
        <translation>
            <numerusform>Перевірено %n замовлення</numerusform>
            <numerusform>Перевірено %n замовлення</numerusform>
            <numerusform>Перевірено %n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>then stopped</source>
        <translation>далі зупинено</translation>
    </message>
    <message numerus="yes">
        <source>%n now have errors</source>
        <translation>
            <numerusform>%n тепер має помилки</numerusform>
            <numerusform>%n тепер мають помилки</numerusform>
            <numerusform>%n тепер мають помилки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer have errors</source>
        <translation>
            <numerusform>%n більше не має помилок</numerusform>
            <numerusform>%n більше не мають помилок</numerusform>
            <numerusform>%n більше не мають помилок</numerusform>
        </translation>
    </message>
    <message>
        <source>no order has gained or lost errors</source>
        <translation>у жодному замовленні помилок не додалося й не зникло</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet have errors</source>
        <translation>
            <numerusform>%n ще не надіслане має помилки</numerusform>
            <numerusform>%n ще не надіслані мають помилки</numerusform>
            <numerusform>%n ще не надісланих мають помилки</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показати їх</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Today</source>
        <translation>Сьогодні</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Учора</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Останні 7 днів</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Останні 30 днів</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Цей місяць</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Минулий місяць</translation>
    </message>
    <message>
        <source>any</source>
        <translation>будь-яка</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фільтри</translation>
    </message>
</context>
<context>
    <name>ColumnField</name>
    <message>
        <source>Items, all in one cell</source>
        <translation>Товари, усі в одній комірці</translation>
    </message>
    <message>
        <source>Price of the whole line</source>
        <translation>Ціна всього рядка</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation>Стовпець</translation>
    </message>
    <message>
        <source>Some of its values</source>
        <translation>Приклади значень</translation>
    </message>
    <message>
        <source>Fills the field</source>
        <translation>Заповнює поле</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Підстава</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Стовпець {number}</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Не імпортується</translation>
    </message>
    <message>
        <source>perhaps {field} ({share} %)</source>
        <translation>можливо, {field} ({share} %)</translation>
    </message>
    <message>
        <source>this kind of table</source>
        <translation>формат файлу</translation>
    </message>
    <message>
        <source>your profile</source>
        <translation>ваш профіль</translation>
    </message>
    <message>
        <source>the field&apos;s own name</source>
        <translation>власна назва поля</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>його назва</translation>
    </message>
    <message>
        <source>its values</source>
        <translation>його значення</translation>
    </message>
    <message>
        <source>you</source>
        <translation>ви</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Columns of the file</source>
        <translation>Стовпці файлу</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n order(s) deleted</source>
        <translation>
            <numerusform>Видалено %n замовлення</numerusform>
            <numerusform>Видалено %n замовлення</numerusform>
            <numerusform>Видалено %n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) deleted; those in the outbox stay, withdraw them first</source>
        <translation>
            <numerusform>Видалено %n замовлення; ті, що у вихідних, лишилися: спершу поверніть їх</numerusform>
            <numerusform>Видалено %n замовлення; ті, що у вихідних, лишилися: спершу поверніть їх</numerusform>
            <numerusform>Видалено %n замовлень; ті, що у вихідних, лишилися: спершу поверніть їх</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders in the outbox cannot be deleted. Withdraw them first.</source>
        <translation>Замовлення з вихідних не можна видалити. Спершу поверніть їх.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати дію</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n order(s)</source>
        <translation>
            <numerusform>видалення %n замовлення</numerusform>
            <numerusform>видалення %n замовлень</numerusform>
            <numerusform>видалення %n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are back</source>
        <translation>
            <numerusform>Повернуто %n замовлення</numerusform>
            <numerusform>Повернуто %n замовлення</numerusform>
            <numerusform>Повернуто %n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) taken back from the outbox</source>
        <translation>
            <numerusform>%n замовлення повернуто з вихідних</numerusform>
            <numerusform>%n замовлення повернуто з вихідних</numerusform>
            <numerusform>%n замовлень повернуто з вихідних</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) withdrawn; the others are on their way or sent already</source>
        <translation>
            <numerusform>Повернуто %n замовлення; решта вже в дорозі або надіслана</numerusform>
            <numerusform>Повернуто %n замовлення; решта вже в дорозі або надіслана</numerusform>
            <numerusform>Повернуто %n замовлень; решта вже в дорозі або надіслана</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are in the outbox</source>
        <translation>
            <numerusform>%n замовлення у вихідних</numerusform>
            <numerusform>%n замовлення у вихідних</numerusform>
            <numerusform>%n замовлень у вихідних</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) still have errors</source>
        <translation>
            <numerusform>%n замовлення ще має помилки</numerusform>
            <numerusform>%n замовлення ще мають помилки</numerusform>
            <numerusform>%n замовлень ще мають помилки</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Надіслати зараз</translation>
    </message>
    <message>
        <source>Putting orders in the outbox…</source>
        <translation>Додавання до вихідних…</translation>
    </message>
    <message numerus="yes">
        <source>Put %n order(s) in the outbox</source>
        <translation>
            <numerusform>додавання до вихідних %n замовлення</numerusform>
            <numerusform>додавання до вихідних %n замовлень</numerusform>
            <numerusform>додавання до вихідних %n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) still have errors and were not put in the outbox</source>
        <translation>
            <numerusform>%n замовлення ще має помилки й не потрапило до вихідних</numerusform>
            <numerusform>%n замовлення ще мають помилки й не потрапили до вихідних</numerusform>
            <numerusform>%n замовлень ще мають помилки й не потрапили до вихідних</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to put in the outbox: these orders are there, or sent already.</source>
        <translation>Нема чого класти до вихідних: ці замовлення вже там або надіслані.</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n order(s)</source>
        <translation>
            <numerusform>Повернути %n замовлення</numerusform>
            <numerusform>Повернути %n замовлення</numerusform>
            <numerusform>Повернути %n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) withdrawn and ready again</source>
        <translation>
            <numerusform>%n замовлення повернуто, воно знову готове</numerusform>
            <numerusform>%n замовлення повернуто, вони знову готові</numerusform>
            <numerusform>%n замовлень повернуто, вони знову готові</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показати</translation>
    </message>
    <message>
        <source>Nothing to withdraw: they are on their way or sent already.</source>
        <translation>Нема чого повертати: вони вже в дорозі або надіслані.</translation>
    </message>
    <message>
        <source>Not sent again: a newer version of these orders has arrived or is in doubt itself, or the account&apos;s settings say never.</source>
        <translation>Не надіслано знову: новіша редакція цих замовлень уже надійшла або сама непідтверджена, або налаштування облікового запису кажуть «ніколи».</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are back in the outbox</source>
        <translation>
            <numerusform>%n замовлення знову у вихідних</numerusform>
            <numerusform>%n замовлення знову у вихідних</numerusform>
            <numerusform>%n замовлень знову у вихідних</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) marked as accepted</source>
        <translation>
            <numerusform>%n замовлення позначено як прийняте</numerusform>
            <numerusform>%n замовлення позначено як прийняті</numerusform>
            <numerusform>%n замовлень позначено як прийняті</numerusform>
        </translation>
    </message>
    <message>
        <source>The account may send again</source>
        <translation>Обліковий запис знову може надсилати</translation>
    </message>
    <message>
        <source>Picture written to {file}</source>
        <translation>Зображення збережено у {file}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation>
            <numerusform>Записано %n рядок до {file}</numerusform>
            <numerusform>Записано %n рядки до {file}</numerusform>
            <numerusform>Записано %n рядків до {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were cut: longer than an Excel cell can be. A .csv file has them whole.</source>
        <translation>
            <numerusform>%n текст обрізано: він довший за клітинку Excel. У файлі .csv він цілий.</numerusform>
            <numerusform>%n тексти обрізано: вони довші за клітинку Excel. У файлі .csv вони цілі.</numerusform>
            <numerusform>%n текстів обрізано: вони довші за клітинку Excel. У файлі .csv вони цілі.</numerusform>
        </translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation>Створення резервної копії…</translation>
    </message>
    <message>
        <source>Backup made and checked: {file}</source>
        <translation>Резервну копію створено й перевірено: {file}</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>{order} (stays)</source>
        <translation>{order} (лишається)</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Товари</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n редакція</numerusform>
            <numerusform>%n редакції</numerusform>
            <numerusform>%n редакцій</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonCells</name>
    <message>
        <source>The orders side by side</source>
        <translation>Замовлення поруч</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Ask the account</source>
        <translation>Запитати Yespo</translation>
    </message>
    <message>
        <source>Fetch this contact&apos;s card from the account now</source>
        <translation>Отримати картку цього контакту з облікового запису</translation>
    </message>
    <message>
        <source>Asking the account…</source>
        <translation>Запит до облікового запису…</translation>
    </message>
    <message>
        <source>no e-mail is known here</source>
        <translation>тут e-mail невідомий</translation>
    </message>
    <message>
        <source>no phone is known here</source>
        <translation>тут телефон невідомий</translation>
    </message>
    <message>
        <source>can be reached</source>
        <translation>доступний</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>написати нікуди</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>can be reached at {address}, as far as is known here</source>
        <translation>можна написати на {address}, наскільки відомо</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Поки нікого</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Новий контакт</translation>
    </message>
    <message>
        <source>Known contact</source>
        <translation>Відомий контакт</translation>
    </message>
    <message>
        <source>Contact ID</source>
        <translation>ID контакту</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>ID клієнта</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовий пояс</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Сегменти</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Картка</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) of this contact here</source>
        <translation>
            <numerusform>%n замовлення цього контакту тут</numerusform>
            <numerusform>%n замовлення цього контакту тут</numerusform>
            <numerusform>%n замовлень цього контакту тут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Delivered: {amounts}</source>
        <translation>Доставлено: {amounts}</translation>
    </message>
    <message>
        <source>average check {amount}</source>
        <translation>середній чек {amount}</translation>
    </message>
    <message>
        <source>last order {date}</source>
        <translation>останнє замовлення {date}</translation>
    </message>
    <message>
        <source>From the account, just now.</source>
        <translation>Щойно отримано з облікового запису.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n день тому</numerusform>
            <numerusform>%n дні тому</numerusform>
            <numerusform>%n днів тому</numerusform>
        </translation>
    </message>
    <message>
        <source>From the account, {when}.</source>
        <translation>З облікового запису, {when}.</translation>
    </message>
    <message>
        <source>From what this workspace knows; the account was not asked.</source>
        <translation>За даними цього комп’ютера; Yespo не запитували.</translation>
    </message>
</context>
<context>
    <name>ContactTab</name>
    <message>
        <source>The contact is shown when the order has been saved.</source>
        <translation>Контакт з’явиться, коли замовлення буде збережено.</translation>
    </message>
    <message>
        <source>Asking for the contact</source>
        <translation>Запит контакту</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message numerus="yes">
        <source>%n order(s) copied</source>
        <translation>
            <numerusform>%n замовлення скопійовано</numerusform>
            <numerusform>%n замовлення скопійовано</numerusform>
            <numerusform>%n замовлень скопійовано</numerusform>
        </translation>
    </message>
    <message>
        <source>Copying was stopped. The clipboard is as it was.</source>
        <translation>Копіювання зупинено. Буфер обміну залишився, яким був.</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Копіювання…</translation>
    </message>
    <message>
        <source>Copied {done} of {total}</source>
        <translation>Скопійовано {done} з {total}</translation>
    </message>
</context>
<context>
    <name>CorrectionDesk</name>
    <message>
        <source>No account is connected yet. Add one in the settings, or try the sandbox.</source>
        <translation>Жодного облікового запису ще не під’єднано. Додайте його в налаштуваннях або спробуйте пісочницю.</translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s) asked for</source>
        <translation>
            <numerusform>Запитано %n видалення</numerusform>
            <numerusform>Запитано %n видалення</numerusform>
            <numerusform>Запитано %n видалень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n відхилено</numerusform>
            <numerusform>%n відхилено</numerusform>
            <numerusform>%n відхилено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a clear answer</source>
        <translation>
            <numerusform>%n без ясної відповіді</numerusform>
            <numerusform>%n без ясної відповіді</numerusform>
            <numerusform>%n без ясної відповіді</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked</source>
        <translation>
            <numerusform>%n не запитано</numerusform>
            <numerusform>%n не запитано</numerusform>
            <numerusform>%n не запитано</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountsText</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n готове</numerusform>
            <numerusform>%n готові</numerusform>
            <numerusform>%n готових</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n із проблемами</numerusform>
            <numerusform>%n із проблемами</numerusform>
            <numerusform>%n із проблемами</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n нове</numerusform>
            <numerusform>%n нові</numerusform>
            <numerusform>%n нових</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n оновлене</numerusform>
            <numerusform>%n оновлені</numerusform>
            <numerusform>%n оновлених</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n без змін</numerusform>
            <numerusform>%n без змін</numerusform>
            <numerusform>%n без змін</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n рядок</numerusform>
            <numerusform>%n рядки</numerusform>
            <numerusform>%n рядків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлень</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Customer</name>
    <message>
        <source>Without e-mail</source>
        <translation>Без e-mail</translation>
    </message>
    <message>
        <source>Without phone</source>
        <translation>Без телефону</translation>
    </message>
    <message>
        <source>Without customer ID</source>
        <translation>Без ID клієнта</translation>
    </message>
    <message>
        <source>Without items</source>
        <translation>Без товарів</translation>
    </message>
    <message>
        <source>Without e-mail and phone</source>
        <translation>Без e-mail і телефону</translation>
    </message>
    <message>
        <source>last sale since {date}</source>
        <translation>останній продаж від {date}</translation>
    </message>
    <message>
        <source>last sale before {date}</source>
        <translation>останній продаж до {date}</translation>
    </message>
    <message>
        <source>no sale</source>
        <translation>без продажів</translation>
    </message>
    <message>
        <source>sales: {least} or more</source>
        <translation>продажів: {least} або більше</translation>
    </message>
    <message>
        <source>sales: {number}</source>
        <translation>продажів: {number}</translation>
    </message>
    <message>
        <source>sales: {least} to {most}</source>
        <translation>продажів: від {least} до {most}</translation>
    </message>
</context>
<context>
    <name>CustomerModel</name>
    <message>
        <source>Customer</source>
        <translation>Клієнт</translation>
    </message>
    <message>
        <source>E-mail or phone</source>
        <translation>E-mail або телефон</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Продажі</translation>
    </message>
    <message>
        <source>Average check</source>
        <translation>Середній чек</translation>
    </message>
    <message>
        <source>Last sale</source>
        <translation>Останній</translation>
    </message>
    <message>
        <source>none in {currency}</source>
        <translation>немає в {currency}</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Their orders</source>
        <translation>Їхні замовлення</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експортувати…</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клієнти</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n клієнт</numerusform>
            <numerusform>%n клієнти</numerusform>
            <numerusform>%n клієнтів</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Зберегти як</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)</source>
        <translation>CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Експорт…</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>Name</source>
        <translation>Ім’я</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>ID клієнта</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Доставлено</translation>
    </message>
    <message>
        <source>Total delivered</source>
        <translation>Доставлено на суму</translation>
    </message>
    <message>
        <source>Average check</source>
        <translation>Середній чек</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Останнє замовлення</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Клієнти</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Пошук клієнтів</translation>
    </message>
    <message>
        <source>Their orders</source>
        <translation>Їхні замовлення</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Забути…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експортувати…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Показати всіх</translation>
    </message>
    <message>
        <source>Look through the orders</source>
        <translation>Переглянути замовлення</translation>
    </message>
    <message>
        <source>Looking through the orders…</source>
        <translation>Перегляд замовлень…</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s), from the orders here</source>
        <translation>
            <numerusform>%n клієнт у замовленнях тут</numerusform>
            <numerusform>%n клієнти у замовленнях тут</numerusform>
            <numerusform>%n клієнтів у замовленнях тут</numerusform>
        </translation>
    </message>
    <message>
        <source>{customers} · not brought up to date</source>
        <translation>{customers} · не оновлено</translation>
    </message>
    <message>
        <source>Looking through the orders: {percent}</source>
        <translation>Перегляд замовлень: {percent}</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Нікого не знайдено</translation>
    </message>
    <message>
        <source>No customer matches your search.</source>
        <translation>Жоден клієнт не відповідає пошуку.</translation>
    </message>
    <message>
        <source>The list was not made</source>
        <translation>Список не складено</translation>
    </message>
    <message>
        <source>You stopped looking through the orders.</source>
        <translation>Ви зупинили перегляд замовлень.</translation>
    </message>
    <message>
        <source>Whoever is named in an order stands here, with all of their orders.</source>
        <translation>Тут кожен, хто названий у замовленні, з усіма його замовленнями.</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Клієнтів ще немає</translation>
    </message>
    <message>
        <source>Asking for the contact</source>
        <translation>Запит контакту</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Зберегти як</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)</source>
        <translation>CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Експорт…</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>2026-11-23 14:05</source>
        <translation>2026-11-23 14:05</translation>
    </message>
    <message>
        <source>Choose a date</source>
        <translation>Вибрати дату</translation>
    </message>
    <message>
        <source>Choose a date (Alt+Down)</source>
        <translation>Вибрати дату (Alt+↓)</translation>
    </message>
</context>
<context>
    <name>DateLine</name>
    <message>
        <source>Choose a date</source>
        <translation>Вибрати дату</translation>
    </message>
    <message>
        <source>Choose a date (Alt+Down)</source>
        <translation>Вибрати дату (Alt+Down)</translation>
    </message>
</context>
<context>
    <name>DateRangeDialog</name>
    <message>
        <source>From … to …</source>
        <translation>Від … до …</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Від</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;До</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message numerus="yes">
        <source>%n order(s) may or may not have arrived</source>
        <translation>
            <numerusform>%n замовлення могло дійти, а могло й ні</numerusform>
            <numerusform>%n замовлення могли дійти, а могли й ні</numerusform>
            <numerusform>%n замовлень могли дійти, а могли й ні</numerusform>
        </translation>
    </message>
    <message>
        <source>request {place} of {requests}</source>
        <translation>запит {place} з {requests}</translation>
    </message>
    <message>
        <source>Sent to {account} on {when}. {what}</source>
        <translation>Надіслано до {account} {when}. {what}</translation>
    </message>
    <message numerus="yes">
        <source>Of %n order(s) a newer version has been sent since: these are not sent again.</source>
        <translation>
            <numerusform>Новішу редакцію %n замовлення вже надіслано: його не буде надіслано ще раз.</numerusform>
            <numerusform>Новіші редакції %n замовлень уже надіслано: їх не буде надіслано ще раз.</numerusform>
            <numerusform>Новіші редакції %n замовлень уже надіслано: їх не буде надіслано ще раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent again, they go to {account}, the account in use now.</source>
        <translation>Якщо надіслати ще раз, вони підуть до облікового запису {account}, який використовується зараз.</translation>
    </message>
    <message>
        <source>This account&apos;s settings say: never send again.</source>
        <translation>За налаштуваннями цього облікового запису ніколи не надсилати ще раз.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Надіслати ще раз</translation>
    </message>
    <message>
        <source>Nothing is missed. If they had arrived, their events are raised twice.</source>
        <translation>Нічого не пропаде. Якщо вони дійшли, їхні події виникнуть двічі.</translation>
    </message>
    <message>
        <source>Mark as accepted</source>
        <translation>Вважати прийнятими</translation>
    </message>
    <message>
        <source>Nobody gets a message twice. If they had not arrived, they are missing there.</source>
        <translation>Ніхто не отримає повідомлення двічі. Якщо вони не дійшли, там їх бракуватиме.</translation>
    </message>
    <message>
        <source>Ask Yespo</source>
        <translation>Запитати Yespo</translation>
    </message>
    <message>
        <source>Look up some of these customers: those who were new are known there if the orders arrived.</source>
        <translation>Пошукати деяких із цих клієнтів: якщо замовлення дійшли, нові клієнти там уже відомі.</translation>
    </message>
    <message>
        <source>Copy what to look for</source>
        <translation>Копіювати, що шукати</translation>
    </message>
    <message>
        <source>The ids and the minute, to look for them in Yespo: Automation, Orders or Event history</source>
        <translation>Номери та хвилина, щоб знайти їх у Yespo: Автоматизація, «Замовлення» або «Історія подій»</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Наступний запит</translation>
    </message>
    <message>
        <source>Show another request in doubt</source>
        <translation>Показати інший сумнівний запит</translation>
    </message>
    <message numerus="yes">
        <source>Send all %n again</source>
        <translation>
            <numerusform>Надіслати ще раз усі (%n)</numerusform>
            <numerusform>Надіслати ще раз усі (%n)</numerusform>
            <numerusform>Надіслати ще раз усі (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>The same decision for every request in doubt</source>
        <translation>Те саме рішення для кожного сумнівного запиту</translation>
    </message>
    <message numerus="yes">
        <source>Mark all %n as accepted</source>
        <translation>
            <numerusform>Вважати прийнятими всі (%n)</numerusform>
            <numerusform>Вважати прийнятими всі (%n)</numerusform>
            <numerusform>Вважати прийнятими всі (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) sent to {account} on {when} ({zone}):</source>
        <translation>
            <numerusform>%n замовлення, надіслане на {account} {when} ({zone}):</numerusform>
            <numerusform>%n замовлення, надіслані на {account} {when} ({zone}):</numerusform>
            <numerusform>%n замовлень, надісланих на {account} {when} ({zone}):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are held back</source>
        <translation>
            <numerusform>%n замовлення притримано</numerusform>
            <numerusform>%n замовлення притримано</numerusform>
            <numerusform>%n замовлень притримано</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup was restored: some of these may have been sent after it was made. Look first.</source>
        <translation>Відновлено резервну копію: деякі з них могли бути надіслані після її створення. Спершу перевірте.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Відпустити</translation>
    </message>
    <message>
        <source>Put them back in the outbox</source>
        <translation>Повернути їх до вихідних</translation>
    </message>
    <message>
        <source>Sending to {account} has stopped</source>
        <translation>Надсилання до {account} зупинено</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <source>Let this account send again</source>
        <translation>Дозволити цьому обліковому запису надсилати знову</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Налаштування…</translation>
    </message>
    <message>
        <source>Look at the account&apos;s address and key</source>
        <translation>Перевірити адресу й ключ облікового запису</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>Send %n order(s) again?</source>
        <translation>
            <numerusform>Надіслати %n замовлення ще раз?</numerusform>
            <numerusform>Надіслати %n замовлення ще раз?</numerusform>
            <numerusform>Надіслати %n замовлень ще раз?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their events are raised once more: workflows may write to the customers again.</source>
        <translation>Їхні події виникнуть ще раз: сценарії можуть знову написати клієнтам.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Надіслати ще раз</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>The clipboard holds no table. Copy the rows in your spreadsheet first.</source>
        <translation>У буфері обміну немає таблиці. Спершу скопіюйте рядки в електронній таблиці.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to be looked at.</source>
        <translation>
            <numerusform>Ще %n файл чекає на перегляд.</numerusform>
            <numerusform>Ще %n файли чекають на перегляд.</numerusform>
            <numerusform>Ще %n файлів чекають на перегляд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Далі</translation>
    </message>
    <message>
        <source>Import another file this way</source>
        <translation>Імпортувати інший файл так само</translation>
    </message>
    <message>
        <source>Preparing the sandbox…</source>
        <translation>Підготовка пісочниці…</translation>
    </message>
    <message>
        <source>The sandbox is ready. Look through these orders, put them in the outbox, and send.</source>
        <translation>Пісочниця готова. Перегляньте ці замовлення, покладіть їх до вихідних і надішліть.</translation>
    </message>
    <message>
        <source>Order Manager {version} – shop orders to Yespo, checked and proven. MIT licence.</source>
        <translation>Order Manager {version} – замовлення магазину до Yespo, перевірені й підтверджені. Ліцензія MIT.</translation>
    </message>
</context>
<context>
    <name>DeletionDialog</name>
    <message>
        <source>Ask Yespo to delete</source>
        <translation>Попросити Yespo видалити</translation>
    </message>
    <message>
        <source>Type the account&apos;s name, “{name}”:</source>
        <translation>Введіть назву облікового запису «{name}»:</translation>
    </message>
    <message>
        <source>Ask to delete</source>
        <translation>Попросити видалити</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected order(s)</source>
        <translation>
            <numerusform>%n вибране замовлення</numerusform>
            <numerusform>%n вибрані замовлення</numerusform>
            <numerusform>%n вибраних замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>All orders dated from</source>
        <translation>Усі замовлення з датою від</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Перший день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Останній день</translation>
    </message>
    <message>
        <source>Yespo deletes them for good, later, and does not say when. They no longer count there; messages, events and contacts stay. Here nothing changes. Sent again, an order is there again, with a new event. A period also takes orders that were not sent from here.</source>
        <translation>Yespo видалить їх назавжди, але не одразу, і не скаже коли. Там вони більше не враховуватимуться; повідомлення, події й контакти залишаться. Тут нічого не зміниться. Якщо надіслати замовлення знову, воно знову з’явиться там, з новою подією. Період охоплює й замовлення, надіслані не звідси.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are in the outbox: sending brings them back.</source>
        <translation>
            <numerusform>%n замовлення у вихідних: після надсилання воно повернеться.</numerusform>
            <numerusform>%n замовлення у вихідних: після надсилання вони повернуться.</numerusform>
            <numerusform>%n замовлень у вихідних: після надсилання вони повернуться.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask {name} to delete orders</source>
        <translation>Попросити {name} видалити замовлення</translation>
    </message>
    <message>
        <source>&amp;Earlier requests…</source>
        <translation>&amp;Попередні запити…</translation>
    </message>
    <message>
        <source>Orders with these IDs, one a line</source>
        <translation>Замовлення з цими номерами, по одному в рядку</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to delete.</source>
        <translation>
            <numerusform>%n запит на видалення.</numerusform>
            <numerusform>%n запити на видалення.</numerusform>
            <numerusform>%n запитів на видалення.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) sent from here have their date then.</source>
        <translation>
            <numerusform>%n надіслане звідси замовлення має дату в цьому періоді.</numerusform>
            <numerusform>%n надіслані звідси замовлення мають дату в цьому періоді.</numerusform>
            <numerusform>%n надісланих звідси замовлень мають дату в цьому періоді.</numerusform>
        </translation>
    </message>
    <message>
        <source>They were sent through {names}; only {name} is asked.</source>
        <translation>Їх надсилали через {names}; запит отримає лише {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were never sent and are left out.</source>
        <translation>
            <numerusform>%n замовлення не надсилали, його пропущено.</numerusform>
            <numerusform>%n замовлення не надсилали, їх пропущено.</numerusform>
            <numerusform>%n замовлень не надсилали, їх пропущено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask for the %n not sent from here too</source>
        <translation>
            <numerusform>Попросити видалити також %n, не надіслане звідси</numerusform>
            <numerusform>Попросити видалити також %n, не надіслані звідси</numerusform>
            <numerusform>Попросити видалити також %n, не надісланих звідси</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent from here as {ids}.</source>
        <translation>Звідси нічого не надсилали як {ids}.</translation>
    </message>
    <message>
        <source>Asking to delete…</source>
        <translation>Запит на видалення…</translation>
    </message>
    <message>
        <source>{done} of {total} asked for</source>
        <translation>запитано {done} з {total}</translation>
    </message>
</context>
<context>
    <name>DeletionsDialog</name>
    <message>
        <source>Requests to delete</source>
        <translation>Запити на видалення</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Обліковий запис</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Yespo deletes later and does not say when it has: “asked” is all that can be known.</source>
        <translation>Yespo видаляє пізніше й не повідомляє, коли це сталося: відомо лише, що запит надіслано.</translation>
    </message>
    <message>
        <source>Nobody was asked to delete anything yet.</source>
        <translation>Запитів на видалення ще не було.</translation>
    </message>
    <message>
        <source>not known: the program ended meanwhile, or it is on its way</source>
        <translation>невідомо: програма тим часом зупинилася, або запит ще в дорозі</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>запит надіслано</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>відмовлено</translation>
    </message>
    <message>
        <source>no clear answer</source>
        <translation>без ясної відповіді</translation>
    </message>
</context>
<context>
    <name>DialogTable</name>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Mask people</source>
        <translation>Приховати дані людей</translation>
    </message>
    <message>
        <source>Copy what differs</source>
        <translation>Копіювати відмінності</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Що відрізняється</translation>
    </message>
    <message>
        <source>These texts are no JSON and cannot be compared.</source>
        <translation>Ці тексти не є JSON, тому порівняти їх не можна.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n відмінність</numerusform>
            <numerusform>%n відмінності</numerusform>
            <numerusform>%n відмінностей</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs: the same was sent.</source>
        <translation>Відмінностей немає: надіслано те саме.</translation>
    </message>
</context>
<context>
    <name>DuplicatesDesk</name>
    <message numerus="yes">
        <source>Merge %n order(s)</source>
        <translation>
            <numerusform>Об’єднати %n замовлення</numerusform>
            <numerusform>Об’єднати %n замовлення</numerusform>
            <numerusform>Об’єднати %n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) merged</source>
        <translation>
            <numerusform>Об’єднано %n замовлення</numerusform>
            <numerusform>Об’єднано %n замовлення</numerusform>
            <numerusform>Об’єднано %n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Taking the change back…</source>
        <translation>Скасування зміни…</translation>
    </message>
    <message>
        <source>The merged orders are back</source>
        <translation>Об’єднані замовлення повернуто</translation>
    </message>
    <message numerus="yes">
        <source>%n were changed since and keep their text</source>
        <translation>
            <numerusform>%n відтоді змінено, і воно лишається як є</numerusform>
            <numerusform>%n відтоді змінено, і вони лишаються як є</numerusform>
            <numerusform>%n відтоді змінено, і вони лишаються як є</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Likely duplicates</source>
        <translation>Імовірні дублікати</translation>
    </message>
    <message>
        <source>Looking through all orders…</source>
        <translation>Перегляд усіх замовлень…</translation>
    </message>
    <message>
        <source>Orders with the same ID, however it is written (#1001, 1001, 01001), and orders of one customer on one day with the same sum and items.</source>
        <translation>Замовлення з тим самим номером, хоч як його записано (#1001, 1001, 01001), і замовлення одного клієнта за один день з тією самою сумою й товарами.</translation>
    </message>
    <message>
        <source>Orders that may be one</source>
        <translation>Замовлення, які можуть бути одним</translation>
    </message>
    <message>
        <source>This one &amp;stays:</source>
        <translation>&amp;Лишається:</translation>
    </message>
    <message>
        <source>The order that stays</source>
        <translation>Замовлення, що лишається</translation>
    </message>
    <message>
        <source>Merge &amp;all that agree</source>
        <translation>Об’єднати &amp;всі однакові</translation>
    </message>
    <message>
        <source>Merge every group whose orders differ only in how the ID is written, and of which only the one that stays was sent</source>
        <translation>Об’єднати кожну групу, де замовлення різняться лише написанням номера, а надіслано з них лише те, що лишається</translation>
    </message>
    <message>
        <source>&amp;Not the same</source>
        <translation>&amp;Це різні</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Об’єднати</translation>
    </message>
    <message numerus="yes">
        <source>Show %n ruled out</source>
        <translation>
            <numerusform>Показати %n відкинуту</numerusform>
            <numerusform>Показати %n відкинуті</numerusform>
            <numerusform>Показати %n відкинутих</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more; look again after these.</source>
        <translation>Є ще; подивіться знову після цих.</translation>
    </message>
    <message>
        <source>same ID</source>
        <translation>той самий номер</translation>
    </message>
    <message>
        <source>same customer, day and items</source>
        <translation>той самий клієнт, день і товари</translation>
    </message>
    <message numerus="yes">
        <source>%n likely duplicate(s)</source>
        <translation>
            <numerusform>%n імовірний дублікат</numerusform>
            <numerusform>%n імовірні дублікати</numerusform>
            <numerusform>%n імовірних дублікатів</numerusform>
        </translation>
    </message>
    <message>
        <source>No two orders look alike.</source>
        <translation>Схожих замовлень немає.</translation>
    </message>
    <message>
        <source>Click a cell, or press Space on it, to take it over.</source>
        <translation>Клацніть клітинку або натисніть на ній пробіл, щоб узяти її значення.</translation>
    </message>
    <message>
        <source>{orders}: sent or queued before. What was sent stays in the event history, and at Yespo it stays an order of its own.</source>
        <translation>{orders}: уже надіслано або поставлено в чергу. Надіслане лишається в історії подій, а в Yespo – окремим замовленням.</translation>
    </message>
    <message>
        <source>{order} was sent as it was; what changes now reaches Yespo only when you queue it again.</source>
        <translation>{order} надіслано таким, як було; нинішні зміни потраплять до Yespo, лише коли ви знову поставите його в чергу.</translation>
    </message>
    <message>
        <source>The others go out of sight; Ctrl+Z brings them back.</source>
        <translation>Інші зникнуть зі списку; Ctrl+Z поверне їх.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) merged.</source>
        <translation>
            <numerusform>Об’єднано %n групу.</numerusform>
            <numerusform>Об’єднано %n групи.</numerusform>
            <numerusform>Об’єднано %n груп.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditSteps</name>
    <message>
        <source>New order</source>
        <translation>Нове замовлення</translation>
    </message>
    <message>
        <source>Edit order {id}</source>
        <translation>зміна замовлення {id}</translation>
    </message>
    <message>
        <source>This order was changed since; its text stays as it is.</source>
        <translation>Це замовлення відтоді змінено; його текст лишається як є.</translation>
    </message>
    <message>
        <source>The new order is taken back</source>
        <translation>Нове замовлення скасовано</translation>
    </message>
    <message>
        <source>This order is in the outbox or was sent; it stays.</source>
        <translation>Це замовлення у вихідних або вже надіслане, тож лишається.</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>No orders yet</source>
        <translation>Замовлень ще немає</translation>
    </message>
    <message>
        <source>Import a file from your shop, or write the first order by hand.</source>
        <translation>Імпортуйте файл зі свого магазину або введіть перше замовлення вручну.</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Немає чернеток</translation>
    </message>
    <message>
        <source>Orders that still miss something wait here until they are complete.</source>
        <translation>Замовлення, яким ще чогось бракує, чекають тут, доки їх не доповнять.</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Ніщо не потребує уваги</translation>
    </message>
    <message>
        <source>Imported orders with problems come here. There are none: well done.</source>
        <translation>Сюди потрапляють імпортовані замовлення з проблемами. Таких немає: чудово.</translation>
    </message>
    <message>
        <source>No ready orders</source>
        <translation>Немає готових замовлень</translation>
    </message>
    <message>
        <source>Orders without errors come here, to be put in the outbox when you say so.</source>
        <translation>Сюди потрапляють замовлення без помилок, щоб ви поклали їх до вихідних.</translation>
    </message>
    <message>
        <source>The outbox is empty</source>
        <translation>Вихідні порожні</translation>
    </message>
    <message>
        <source>Orders wait here until you send them. Put the ready ones here first.</source>
        <translation>Тут замовлення чекають на надсилання. Спершу додайте готові.</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Ще нічого не надіслано</translation>
    </message>
    <message>
        <source>What the server has accepted lies here, with proof of what was sent and when.</source>
        <translation>Тут лежить те, що сервер прийняв, із доказом, що й коли було надіслано.</translation>
    </message>
    <message>
        <source>Nothing was rejected</source>
        <translation>Нічого не відхилено</translation>
    </message>
    <message>
        <source>Orders that the server refused come here with its reason, to be put right.</source>
        <translation>Сюди потрапляють замовлення, які сервер відхилив, разом із причиною, щоб їх виправити.</translation>
    </message>
    <message>
        <source>Nothing is in doubt</source>
        <translation>Сумнівів немає</translation>
    </message>
    <message>
        <source>When the connection breaks at a bad moment, orders wait here for your decision.</source>
        <translation>Якщо зв’язок обірветься в невдалу мить, замовлення чекатимуть тут на ваше рішення.</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Нічого не знайдено за запитом «{text}»</translation>
    </message>
    <message>
        <source>Every word is looked for at the beginning of ids, names, e-mails, phones, items and addresses.</source>
        <translation>Кожне слово шукається на початку номерів, імен, e-mail, телефонів, товарів і адрес.</translation>
    </message>
    <message>
        <source>Only this folder was searched: look in All orders too.</source>
        <translation>Шукали лише в цій теці: перевірте й «Усі замовлення».</translation>
    </message>
    <message>
        <source>No order passes the filters</source>
        <translation>Жодне замовлення не проходить фільтри</translation>
    </message>
    <message>
        <source>Take a filter away above, or clear them all.</source>
        <translation>Приберіть один із фільтрів угорі або очистіть усі.</translation>
    </message>
</context>
<context>
    <name>EventFacts</name>
    <message>
        <source>The event</source>
        <translation>Подія</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Копіювати як JSON</translation>
    </message>
    <message>
        <source>Copy masked</source>
        <translation>Копіювати знеособлено</translation>
    </message>
    <message>
        <source>Copy as JSON, with people masked for sharing</source>
        <translation>Копіювати як JSON, приховавши людей, щоб надіслати іншим</translation>
    </message>
    <message>
        <source>was raised: Yespo accepted the order</source>
        <translation>створено: Yespo прийняв замовлення</translation>
    </message>
    <message>
        <source>counts as raised: somebody marked the order as accepted</source>
        <translation>вважається створеною: замовлення позначено як прийняте вручну</translation>
    </message>
    <message>
        <source>was not raised</source>
        <translation>не виникла</translation>
    </message>
    <message>
        <source>may have been raised: no answer proves it</source>
        <translation>можливо, створено: відповіді, що це доводить, немає</translation>
    </message>
    <message>
        <source>perhaps more than once</source>
        <translation>можливо, більше одного разу</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Обліковий запис</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>Надіслано як</translation>
    </message>
    <message>
        <source>HTTP answer</source>
        <translation>Відповідь HTTP</translation>
    </message>
    <message>
        <source>revision {revision} of order {order}, in batch {batch} of sending run {run}</source>
        <translation>редакція {revision} замовлення {order}, у пакеті {batch} надсилання {run}</translation>
    </message>
</context>
<context>
    <name>EventKind</name>
    <message>
        <source>Accepted</source>
        <translation>Прийнято</translation>
    </message>
    <message>
        <source>Marked as accepted</source>
        <translation>Вважається прийнятим</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Відхилено</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Непідтверджене</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Attempt</source>
        <translation>Спроба</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Attempt {number}, {when}</source>
        <translation>Спроба {number}, {when}</translation>
    </message>
    <message>
        <source>No attempt was recorded.</source>
        <translation>Жодної спроби не записано.</translation>
    </message>
    <message>
        <source>Sent {when}, {seconds} s</source>
        <translation>Надіслано {when}, {seconds} с</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>Відповідь не надійшла.</translation>
    </message>
    <message>
        <source>Only the beginning of the answer is kept: {kept} of {size} bytes.</source>
        <translation>Збережено лише початок відповіді: {kept} з {size} байтів.</translation>
    </message>
    <message>
        <source>The answer had no body.</source>
        <translation>Відповідь була порожня.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Order ID</source>
        <translation>Номер замовлення</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Сума</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>ID клієнта</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Ім’я</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Прізвище</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Знижка</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Податки</translation>
    </message>
    <message>
        <source>Delivery method</source>
        <translation>Спосіб доставки</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>Адреса доставки</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Спосіб оплати</translation>
    </message>
    <message>
        <source>Status description</source>
        <translation>Опис статусу</translation>
    </message>
    <message>
        <source>Link to order</source>
        <translation>Посилання на замовлення</translation>
    </message>
    <message>
        <source>Store ID</source>
        <translation>ID магазину</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Additional info</source>
        <translation>Додаткові дані</translation>
    </message>
    <message>
        <source>Item ID</source>
        <translation>Код товару</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Кількість</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Ціна</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категорія</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Посилання</translation>
    </message>
    <message>
        <source>Image link</source>
        <translation>Посилання на фото</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Опис</translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>{field}, required</source>
        <translation>{field}, обов’язкове</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>Columns of the file</source>
        <translation>Стовпці файлу</translation>
    </message>
    <message>
        <source>One text or pattern for all</source>
        <translation>Один текст або шаблон для всіх</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Не імпортується</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Додати стовпець</translation>
    </message>
    <message>
        <source>Split into first and last name</source>
        <translation>Розділити на ім’я та прізвище</translation>
    </message>
    <message>
        <source>Names of fields or columns in braces are filled in: {email|phone} is the first that is given</source>
        <translation>Назви полів або стовпців у дужках замінюються значеннями: {email|phone} – перше, що заповнене</translation>
    </message>
    <message>
        <source>The first that is filled</source>
        <translation>Перший заповнений</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Об’єднані</translation>
    </message>
    <message>
        <source>Its first word</source>
        <translation>Перше слово</translation>
    </message>
    <message>
        <source>All but its first word</source>
        <translation>Усе, крім першого слова</translation>
    </message>
    <message>
        <source>Added up</source>
        <translation>Сума</translation>
    </message>
    <message>
        <source>with</source>
        <translation>через</translation>
    </message>
    <message>
        <source>Comes &amp;from</source>
        <translation>&amp;Звідки</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>Стов&amp;пці</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>Як брати</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Т&amp;екст</translation>
    </message>
    <message>
        <source>Where the cell is e&amp;mpty</source>
        <translation>Якщо клітинка порожн&amp;я</translation>
    </message>
    <message>
        <source>What is made of the columns</source>
        <translation>Що робиться зі стовпців</translation>
    </message>
    <message>
        <source>Between the columns</source>
        <translation>Між стовпцями</translation>
    </message>
    <message>
        <source>Choose a column…</source>
        <translation>Виберіть стовпець…</translation>
    </message>
    <message>
        <source>Without this</source>
        <translation>Без цього</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Стовпець {number}</translation>
    </message>
</context>
<context>
    <name>FieldsModel</name>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Звідки</translation>
    </message>
    <message>
        <source>Comes out as</source>
        <translation>Що вийде</translation>
    </message>
    <message>
        <source>Where it is empty</source>
        <translation>Якщо порожньо</translation>
    </message>
    <message>
        <source>Item: {name}</source>
        <translation>Товар: {name}</translation>
    </message>
    <message>
        <source>For all: {text}</source>
        <translation>Для всіх: {text}</translation>
    </message>
    <message>
        <source>The words of {columns}</source>
        <translation>Слова з {columns}</translation>
    </message>
    <message>
        <source>Numbered columns</source>
        <translation>Пронумеровані стовпці</translation>
    </message>
    <message>
        <source>Nothing – needed</source>
        <translation>Нізвідки, а поле потрібне</translation>
    </message>
    <message>
        <source>{columns}, joined</source>
        <translation>{columns}, об’єднані</translation>
    </message>
    <message>
        <source>First word of {columns}</source>
        <translation>Перше слово з {columns}</translation>
    </message>
    <message>
        <source>{columns} without its first word</source>
        <translation>{columns} без першого слова</translation>
    </message>
    <message>
        <source>{columns}, added up</source>
        <translation>{columns}, сума</translation>
    </message>
    <message>
        <source>Nothing – perhaps {columns} ({share})</source>
        <translation>Нізвідки; можливо, {columns} ({share})</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>стовпець {number}</translation>
    </message>
</context>
<context>
    <name>FieldsTable</name>
    <message>
        <source>Fields of an order</source>
        <translation>Поля замовлення</translation>
    </message>
</context>
<context>
    <name>FileSwitch</name>
    <message>
        <source>The file whose columns are shown</source>
        <translation>Файл, стовпці якого показано</translation>
    </message>
    <message>
        <source>Orders: {file}</source>
        <translation>Замовлення: {file}</translation>
    </message>
    <message>
        <source>Items: {file}</source>
        <translation>Товари: {file}</translation>
    </message>
</context>
<context>
    <name>FileTab</name>
    <message>
        <source>Items from {file}</source>
        <translation>Товари з {file}</translation>
    </message>
    <message>
        <source>Are the items in another file?</source>
        <translation>Товари в іншому файлі?</translation>
    </message>
    <message>
        <source>&amp;Ignored rows only</source>
        <translation>&amp;Лише пропущені рядки</translation>
    </message>
    <message>
        <source>This is the hea&amp;der</source>
        <translation>Це &amp;заголовок</translation>
    </message>
    <message>
        <source>There is &amp;no header</source>
        <translation>Заголовка н&amp;емає</translation>
    </message>
    <message>
        <source>This is an &amp;order</source>
        <translation>Це замовле&amp;ння</translation>
    </message>
    <message>
        <source>I&amp;gnore this row</source>
        <translation>Пропустити цей &amp;рядок</translation>
    </message>
    <message>
        <source>Choose the &amp;second file…</source>
        <translation>Вибрати &amp;другий файл…</translation>
    </message>
    <message>
        <source>Etsy, for example, exports orders and their items apart</source>
        <translation>Etsy, наприклад, експортує замовлення й товари окремо</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Без нього</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out as no orders; each says why.</source>
        <translation>
            <numerusform>Пропущено %n рядок, що не є замовленням; у ньому сказано чому.</numerusform>
            <numerusform>Пропущено %n рядки, що не є замовленнями; у кожному сказано чому.</numerusform>
            <numerusform>Пропущено %n рядків, що не є замовленнями; у кожному сказано чому.</numerusform>
        </translation>
    </message>
    <message>
        <source>No row of the file is left out so far.</source>
        <translation>Поки що жоден рядок файлу не пропущено.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Усі файли</translation>
    </message>
    <message>
        <source>The file with the items</source>
        <translation>Файл із товарами</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Зауваження</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клієнти</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Лише</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>Has findings</source>
        <translation>Є зауваження</translation>
    </message>
    <message>
        <source>Has errors</source>
        <translation>Є помилки</translation>
    </message>
    <message>
        <source>Has warnings</source>
        <translation>Є застереження</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Немає</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Будь-які</translation>
    </message>
</context>
<context>
    <name>FiltersBar</name>
    <message>
        <source>Clear filters</source>
        <translation>Прибрати фільтри</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Обліковий запис</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«{text}»</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Містить</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сума</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Any account</source>
        <translation>Будь-який обліковий запис</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Будь-коли</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Від … до …</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Nothing is changed before you press “Replace”.</source>
        <translation>Нічого не зміниться, доки ви не натиснете «Замінити».</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Пошук…</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Усі поля</translation>
    </message>
    <message>
        <source>Item: </source>
        <translation>Товар: </translation>
    </message>
    <message>
        <source>&amp;In</source>
        <translation>&amp;У полі</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>З&amp;найти</translation>
    </message>
    <message>
        <source>Replace &amp;with</source>
        <translation>З&amp;амінити на</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Замінити</translation>
    </message>
    <message>
        <source>The w&amp;hole text</source>
        <translation>Текст &amp;цілком</translation>
    </message>
    <message>
        <source>&amp;Capital letters count</source>
        <translation>Враховувати &amp;великі літери</translation>
    </message>
    <message>
        <source>Only in the &amp;list below</source>
        <translation>&amp;Лише в списку нижче</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Що зміниться</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Replace %n</source>
        <translation>
            <numerusform>&amp;Замінити %n</numerusform>
            <numerusform>&amp;Замінити %n</numerusform>
            <numerusform>&amp;Замінити %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Нічого не знайдено.</translation>
    </message>
    <message numerus="yes">
        <source>in %n order(s)</source>
        <translation>
            <numerusform>в %n замовленні</numerusform>
            <numerusform>у %n замовленнях</numerusform>
            <numerusform>у %n замовленнях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n місце</numerusform>
            <numerusform>%n місця</numerusform>
            <numerusform>%n місць</numerusform>
        </translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}: {old} → {new}</translation>
    </message>
    <message>
        <source>Find in JSON</source>
        <translation>Знайти в JSON</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>Попереднє місце (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>Наступне місце (F3)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не знайдено</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} з {total}</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>Use “{value}”</source>
        <translation>Замінити на «{value}»</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Show fewer</source>
        <translation>Показати менше</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ще %n</numerusform>
            <numerusform>ще %n</numerusform>
            <numerusform>ще %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation>
            <numerusform>Треба виправити: %n</numerusform>
            <numerusform>Треба виправити: %n</numerusform>
            <numerusform>Треба виправити: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>Варто переглянути: %n</numerusform>
            <numerusform>Варто переглянути: %n</numerusform>
            <numerusform>Варто переглянути: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FixBar</name>
    <message>
        <source>Would change here</source>
        <translation>Тут зміниться</translation>
    </message>
    <message>
        <source>Field to put right</source>
        <translation>Поле, яке треба виправити</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Змінити</translation>
    </message>
    <message>
        <source>Change all</source>
        <translation>Змінити всі</translation>
    </message>
    <message>
        <source>Use the proposals</source>
        <translation>Прийняти пропозиції</translation>
    </message>
    <message numerus="yes">
        <source>Change all %n</source>
        <translation>
            <numerusform>Змінити всі (%n)</numerusform>
            <numerusform>Змінити всі (%n)</numerusform>
            <numerusform>Змінити всі (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use %n proposal(s)</source>
        <translation>
            <numerusform>Прийняти %n пропозицію</numerusform>
            <numerusform>Прийняти %n пропозиції</numerusform>
            <numerusform>Прийняти %n пропозицій</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an order to see what was found in it.</source>
        <translation>Виберіть замовлення, щоб побачити, що в ньому знайдено.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
        </translation>
    </message>
    <message>
        <source>This order is here already; the import would change it:</source>
        <translation>Це замовлення вже є; імпорт змінить його:</translation>
    </message>
    <message>
        <source>Nothing to put right.</source>
        <translation>Нема чого виправляти.</translation>
    </message>
</context>
<context>
    <name>Folder</name>
    <message>
        <source>All orders</source>
        <translation>Усі замовлення</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Чернетки</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Потребують уваги</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готові</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Вихідні</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Надіслані</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Відхилені</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Непідтверджені</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Folders</source>
        <translation>Теки</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Імпорти</translation>
    </message>
    <message>
        <source>Event history</source>
        <translation>Історія подій</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клієнти</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Аналітика</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget a person</source>
        <translation>Забути людину</translation>
    </message>
    <message>
        <source>Looking through the workspace…</source>
        <translation>Перегляд робочого простору…</translation>
    </message>
    <message>
        <source>This erases name, e-mail, phone, customer ID and address in all of these orders, their earlier texts, what was sent and answered, the account&apos;s cards and every backup (one that cannot be rewritten is deleted). Order IDs, dates, statuses and amounts stay, so that the sums still add up. Orders that were never sent disappear. This cannot be undone.

Yespo keeps its own copy: erase the contact there too. Delete exported files, and copies of the workspace elsewhere, yourself.</source>
        <translation>Ім’я, e-mail, телефон, ID клієнта й адресу буде стерто в усіх цих замовленнях, у їхніх попередніх текстах, у тому, що надіслано й отримано у відповідь, у картках облікового запису та в кожній резервній копії (ту, яку не можна переписати, буде видалено). Номери замовлень, дати, статуси й суми залишаться, щоб підсумки сходилися. Ненадіслані замовлення зникнуть. Скасувати це неможливо.

Yespo має власну копію: зітріть контакт і там. Експортовані файли та копії робочого простору деінде видаліть самі.</translation>
    </message>
    <message>
        <source>Save what is known first…</source>
        <translation>Спершу зберегти ці дані…</translation>
    </message>
    <message>
        <source>forget</source>
        <translation>забути</translation>
    </message>
    <message>
        <source>Type “{word}” to erase:</source>
        <translation>Введіть «{word}», щоб стерти:</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Стерти</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact card(s)</source>
        <translation>
            <numerusform>%n картка контакту</numerusform>
            <numerusform>%n картки контактів</numerusform>
            <numerusform>%n карток контактів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n резервна копія</numerusform>
            <numerusform>%n резервні копії</numerusform>
            <numerusform>%n резервних копій</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of these orders have the same customer ID ({ids}). Somebody may share the e-mail or the phone; they would be erased too.</source>
        <translation>Не всі ці замовлення мають той самий ID клієнта ({ids}). Можливо, хтось користується тією самою поштою чи телефоном; його теж буде стерто.</translation>
    </message>
    <message>
        <source>Withdraw these from the outbox, or decide about them, first: {orders}</source>
        <translation>Спершу заберіть із вихідних або вирішіть, що робити з: {orders}</translation>
    </message>
    <message>
        <source>An import is open, and what it holds of them is not erased: store it or give it up first.</source>
        <translation>Відкрито імпорт, і дані цієї людини в ньому не стираються: спершу збережіть його або відмовтеся від нього.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n damaged database(s) put aside, in which they may be</source>
        <translation>
            <numerusform>Видалити %n відкладену пошкоджену базу, у якій можуть бути їхні дані</numerusform>
            <numerusform>Видалити %n відкладені пошкоджені бази, у яких можуть бути їхні дані</numerusform>
            <numerusform>Видалити %n відкладених пошкоджених баз, у яких можуть бути їхні дані</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Зберегти як</translation>
    </message>
    <message>
        <source>JSON (*.json);;CSV (*.csv)</source>
        <translation>JSON (*.json);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Експорт…</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Збережено: {file}</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Стирання…</translation>
    </message>
</context>
<context>
    <name>FormGroup</name>
    <message>
        <source>Order</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клієнт</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Товари</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Суми</translation>
    </message>
    <message>
        <source>Delivery and payment</source>
        <translation>Доставка й оплата</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Інше</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>As the system</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Як у &amp;системі</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;вітлий</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Темний</translation>
    </message>
    <message>
        <source>Show what will happen &amp;before sending</source>
        <translation>Спершу &amp;показувати, що станеться</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Мова</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вигляд</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Надсилання</translation>
    </message>
</context>
<context>
    <name>GroupingBar</name>
    <message>
        <source>Order &amp;number in</source>
        <translation>&amp;Номер замовлення – у стовпці</translation>
    </message>
    <message>
        <source>How rows become o&amp;rders</source>
        <translation>&amp;Як рядки стають замовленнями</translation>
    </message>
    <message>
        <source>As it was recognised</source>
        <translation>Як розпізнано</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Стовпець {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n рядок</numerusform>
            <numerusform>%n рядки</numerusform>
            <numerusform>%n рядків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>In the first rows: {counts}</source>
        <translation>У перших рядках: {counts}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Подія</translation>
    </message>
    <message>
        <source>Event key</source>
        <translation>Ключ події</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Обліковий запис</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Редакція</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>ID клієнта</translation>
    </message>
    <message>
        <source>no {name}</source>
        <translation>без {name}</translation>
    </message>
    <message>
        <source>perhaps {name}</source>
        <translation>можливо, {name}</translation>
    </message>
    <message>
        <source>Perhaps raised more than once: an earlier sending stayed without an answer.</source>
        <translation>Можливо, створено більше одного разу: попереднє надсилання лишилося без відповіді.</translation>
    </message>
</context>
<context>
    <name>HistoryDetails</name>
    <message>
        <source>What is shown</source>
        <translation>Що показано</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Подія</translation>
    </message>
    <message>
        <source>JSON that was sent</source>
        <translation>Надісланий JSON</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Відповідь</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Зміни</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>This order, exactly as it was sent</source>
        <translation>Це замовлення, точно як надіслано</translation>
    </message>
    <message>
        <source>The whole request of batch {batch}</source>
        <translation>Весь запит пакета {batch}</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the first revision; nothing was sent before it.</source>
        <translation>Це перша редакція; до неї нічого не надсилали.</translation>
    </message>
    <message>
        <source>Asking for the contact</source>
        <translation>Запит контакту</translation>
    </message>
</context>
<context>
    <name>HistoryFilterBar</name>
    <message>
        <source>Of the order as it is now</source>
        <translation>За замовленням, яким воно є зараз</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Подія</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Sending run</source>
        <translation>Надсилання</translation>
    </message>
    <message>
        <source>Event key</source>
        <translation>Ключ події</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Імпорт</translation>
    </message>
    <message>
        <source>Any import</source>
        <translation>Будь-який імпорт</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Event history</source>
        <translation>Історія подій</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Шукати в історії</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показати все</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>Показати замовлення</translation>
    </message>
    <message>
        <source>Show only this batch</source>
        <translation>Показати лише цей пакет</translation>
    </message>
    <message>
        <source>Show only this sending run</source>
        <translation>Показати лише це надсилання</translation>
    </message>
    <message>
        <source>Show only this event key</source>
        <translation>Показати лише цей ключ події</translation>
    </message>
    <message>
        <source>Show only this contact</source>
        <translation>Показати лише цей контакт</translation>
    </message>
    <message>
        <source>Report of this sending run…</source>
        <translation>Звіт про це надсилання…</translation>
    </message>
    <message>
        <source>Copy event key</source>
        <translation>Копіювати ключ події</translation>
    </message>
    <message>
        <source>No event matches your search and filters.</source>
        <translation>Жодна подія не відповідає пошуку й фільтрам.</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Копіювати як таблицю</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Копіювати як JSON</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Подій ще немає</translation>
    </message>
    <message>
        <source>Each order that is sent raises an event at Yespo. Its proof will be kept here.</source>
        <translation>Кожне надіслане замовлення створює подію в Yespo. Її доказ зберігатиметься тут.</translation>
    </message>
</context>
<context>
    <name>ImportDetails</name>
    <message>
        <source>Details of the import</source>
        <translation>Подробиці імпорту</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Second file</source>
        <translation>Другий файл</translation>
    </message>
    <message>
        <source>Its size</source>
        <translation>Його розмір</translation>
    </message>
    <message>
        <source>Its SHA-256</source>
        <translation>Його SHA-256</translation>
    </message>
    <message>
        <source>Kind of table</source>
        <translation>Формат файлу</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Прочитано як</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Ким</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n рядок</numerusform>
            <numerusform>%n рядки</numerusform>
            <numerusform>%n рядків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n товар</numerusform>
            <numerusform>%n товари</numerusform>
            <numerusform>%n товарів</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>Додано</translation>
    </message>
    <message>
        <source>Of these</source>
        <translation>З них</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Скасовано</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байти</numerusform>
            <numerusform>%n байтів</numerusform>
        </translation>
    </message>
    <message>
        <source>{kind}, version {version}</source>
        <translation>{kind}, версія {version}</translation>
    </message>
    <message>
        <source>as “{name}”, version {version}</source>
        <translation>як «{name}», версія {version}</translation>
    </message>
    <message>
        <source>delimiter “{sign}”</source>
        <translation>роздільник «{sign}»</translation>
    </message>
    <message>
        <source>sheet “{sheet}”</source>
        <translation>аркуш «{sheet}»</translation>
    </message>
    <message>
        <source>without headers</source>
        <translation>без заголовків</translation>
    </message>
    <message>
        <source>header in row {row}</source>
        <translation>заголовок у рядку {row}</translation>
    </message>
    <message>
        <source>{begun}, not finished</source>
        <translation>{begun}, не завершено</translation>
    </message>
    <message>
        <source>{begun} – {ended}</source>
        <translation>{begun} – {ended}</translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n готове</numerusform>
            <numerusform>%n готові</numerusform>
            <numerusform>%n готових</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with errors</source>
        <translation>
            <numerusform>%n з помилками</numerusform>
            <numerusform>%n з помилками</numerusform>
            <numerusform>%n з помилками</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n нове</numerusform>
            <numerusform>%n нові</numerusform>
            <numerusform>%n нових</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n оновлене</numerusform>
            <numerusform>%n оновлені</numerusform>
            <numerusform>%n оновлених</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n без змін</numerusform>
            <numerusform>%n без змін</numerusform>
            <numerusform>%n без змін</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import orders: file {number} of {total}</source>
        <translation>Імпорт замовлень: файл {number} із {total}</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Вставлений текст</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Імпортування {name}</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>вставлений текст</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>Імпортувати замовлення</translation>
    </message>
    <message>
        <source>Stopped. Nothing of this file was kept.</source>
        <translation>Зупинено. З цього файлу нічого не збережено.</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Kind of table</source>
        <translation>Формат файлу</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Нові</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Оновлені</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без змін</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Проблемні</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Скасовано</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Не завершено</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Виконано</translation>
    </message>
</context>
<context>
    <name>ImportsPage</name>
    <message>
        <source>Imports</source>
        <translation>Імпорти</translation>
    </message>
    <message>
        <source>Its orders</source>
        <translation>Його замовлення</translation>
    </message>
    <message>
        <source>Import the same way…</source>
        <translation>Імпортувати так само…</translation>
    </message>
    <message>
        <source>Rows with errors…</source>
        <translation>Рядки з помилками…</translation>
    </message>
    <message>
        <source>The rows of its file whose orders still have errors, as they stand there, with what is wrong</source>
        <translation>Рядки його файлу, у замовленнях яких досі є помилки: як у файлі, з поясненням, що не так</translation>
    </message>
    <message>
        <source>Saved columns…</source>
        <translation>Збережені стовпці…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Скасувати імпорт…</translation>
    </message>
    <message>
        <source>Remove what this import brought; orders that were sent or changed since stay as they are</source>
        <translation>Прибрати те, що приніс цей імпорт; замовлення, які відтоді надіслано або змінено, лишаться як є</translation>
    </message>
    <message>
        <source>No imports yet</source>
        <translation>Імпортів ще немає</translation>
    </message>
    <message>
        <source>Drop a file from your shop on this window, or choose one. Nothing is sent by importing.</source>
        <translation>Перетягніть файл зі свого магазину на це вікно або виберіть його. Імпорт нічого не надсилає.</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>Tables and JSON (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json);;All files (*)</source>
        <translation>Таблиці й JSON (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json);;Усі файли (*)</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>Імпортувати замовлення</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>At a glance</source>
        <translation>Коротко</translation>
    </message>
    <message>
        <source>Customers: last sale and number of sales</source>
        <translation>Клієнти: останній продаж і кількість продажів</translation>
    </message>
    <message>
        <source>Revenue over time</source>
        <translation>Дохід за часом</translation>
    </message>
    <message>
        <source>Orders by status over time</source>
        <translation>Замовлення за статусом у часі</translation>
    </message>
    <message>
        <source>A segment of your own</source>
        <translation>Власний сегмент</translation>
    </message>
    <message>
        <source>Add up the orders</source>
        <translation>Підрахувати замовлення</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Аналітика</translation>
    </message>
    <message>
        <source>Account whose sales are counted</source>
        <translation>Обліковий запис, чиї продажі враховано</translation>
    </message>
    <message>
        <source>Currency of the amounts</source>
        <translation>Валюта сум</translation>
    </message>
    <message>
        <source>Account:</source>
        <translation>Обліковий запис:</translation>
    </message>
    <message>
        <source>Currency:</source>
        <translation>Валюта:</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Оновити</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Adding up the orders…</source>
        <translation>Підрахунок замовлень…</translation>
    </message>
    <message>
        <source>The orders were not added up</source>
        <translation>Підсумки не підраховано</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Ви це зупинили.</translation>
    </message>
    <message>
        <source>Delivered and accepted orders, as Yespo counts. As of {when}.</source>
        <translation>Доставлені й прийняті замовлення, як рахує Yespo. Станом на {when}.</translation>
    </message>
    <message>
        <source>{account} has no delivered orders</source>
        <translation>{account} не має доставлених замовлень</translation>
    </message>
    <message>
        <source>Choose another account above, or all of them.</source>
        <translation>Виберіть угорі інший обліковий запис або всі.</translation>
    </message>
    <message>
        <source>No delivered orders yet</source>
        <translation>Доставлених замовлень ще немає</translation>
    </message>
    <message>
        <source>When orders with the status Delivered have been sent, this page shows who buys, and how much.</source>
        <translation>Коли буде надіслано замовлення зі статусом «Доставлено», ця сторінка покаже, хто купує і на скільки.</translation>
    </message>
    <message>
        <source>without currency</source>
        <translation>без валюти</translation>
    </message>
    <message>
        <source>{currency} · sales: {number}</source>
        <translation>{currency} · продажів: {number}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>усі</translation>
    </message>
    <message>
        <source>{account} (sandbox)</source>
        <translation>{account} (пісочниця)</translation>
    </message>
</context>
<context>
    <name>ItemsEditor</name>
    <message>
        <source>Add item</source>
        <translation>Додати товар</translation>
    </message>
    <message>
        <source>Begin another item (Tab behind the last cell)</source>
        <translation>Почати ще один товар (Tab за останньою клітинкою)</translation>
    </message>
    <message>
        <source>Duplicate item</source>
        <translation>Дублювати товар</translation>
    </message>
    <message>
        <source>Duplicate this item (Ctrl+D)</source>
        <translation>Дублювати цей товар (Ctrl+D)</translation>
    </message>
    <message>
        <source>Move item up</source>
        <translation>Перемістити товар вище</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Перемістити вище (Alt+↑)</translation>
    </message>
    <message>
        <source>Move item down</source>
        <translation>Перемістити товар нижче</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Перемістити нижче (Alt+↓)</translation>
    </message>
    <message>
        <source>Remove item</source>
        <translation>Вилучити товар</translation>
    </message>
    <message>
        <source>Remove this item (Ctrl+Delete)</source>
        <translation>Вилучити цей товар (Ctrl+Delete)</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Усі стовпці</translation>
    </message>
    <message>
        <source>Show every column: line total, category, description</source>
        <translation>Показати всі стовпці: разом за рядок, категорія, опис</translation>
    </message>
    <message>
        <source>The active rule set sends orders without their items.</source>
        <translation>За чинними правилами замовлення надсилаються без товарів.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n товар</numerusform>
            <numerusform>%n товари</numerusform>
            <numerusform>%n товарів</numerusform>
        </translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation>Товарів ще немає</translation>
    </message>
</context>
<context>
    <name>ItemsLine</name>
    <message>
        <source>Its items stood in a second file, {file}.</source>
        <translation>Товари були в другому файлі, {file}.</translation>
    </message>
    <message>
        <source>Choose this time&apos;s…</source>
        <translation>Вибрати цього разу…</translation>
    </message>
    <message>
        <source>Its items stood in a second file, {file}. {proposed} in the same folder fits.</source>
        <translation>Товари були в другому файлі, {file}. У цій самій теці підходить {proposed}.</translation>
    </message>
    <message>
        <source>Join {file}</source>
        <translation>Приєднати {file}</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Вибрати інший…</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>Sum</source>
        <translation>Разом</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>К-сть</translation>
    </message>
    <message>
        <source>Line total</source>
        <translation>Разом за рядок</translation>
    </message>
    <message>
        <source>Every item needs this.</source>
        <translation>Це потрібно кожному товару.</translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>Items</source>
        <translation>Товари</translation>
    </message>
</context>
<context>
    <name>JsonBar</name>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Show the JSON as text</source>
        <translation>Показати JSON як текст</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Дерево</translation>
    </message>
    <message>
        <source>Show the JSON as a tree that folds</source>
        <translation>Показати JSON як дерево, що згортається</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Приховати</translation>
    </message>
    <message>
        <source>Mask people: hide e-mails, phones, names and addresses, to show or copy this to others (Ctrl+M)</source>
        <translation>Приховати людей: e-mail, телефони, імена й адреси, щоб показати чи скопіювати це іншим (Ctrl+M)</translation>
    </message>
    <message>
        <source>Mask people</source>
        <translation>Приховати дані людей</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <source>Copy all, a value, its path or the request</source>
        <translation>Скопіювати все, значення, шлях до нього або запит</translation>
    </message>
</context>
<context>
    <name>JsonTab</name>
    <message>
        <source>Revision</source>
        <translation>Редакція</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Порівняти з</translation>
    </message>
    <message>
        <source>As it would be sent now</source>
        <translation>Як було б надіслано зараз</translation>
    </message>
    <message>
        <source>Compare with nothing</source>
        <translation>Не порівнювати</translation>
    </message>
    <message>
        <source>Exactly what was put in the outbox as this revision.</source>
        <translation>Саме те, що покладено до вихідних як ця редакція.</translation>
    </message>
    <message>
        <source>What the form says now, as Yespo would get it. An order with errors is not sent.</source>
        <translation>Те, що зараз у формі, у вигляді для Yespo. Замовлення з помилками не надсилається.</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>Редакція {number}</translation>
    </message>
    <message>
        <source>Revision {number}: {status}, {state} {when}</source>
        <translation>Редакція {number}: {status}, {state} {when}</translation>
    </message>
</context>
<context>
    <name>JsonTextView</name>
    <message>
        <source>JSON text</source>
        <translation>Текст JSON</translation>
    </message>
</context>
<context>
    <name>JsonTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значення</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n поле</numerusform>
            <numerusform>%n поля</numerusform>
            <numerusform>%n полів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n елемент</numerusform>
            <numerusform>%n елементи</numerusform>
            <numerusform>%n елементів</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>JSON tree</source>
        <translation>Дерево JSON</translation>
    </message>
    <message>
        <source>Copy as &amp;curl command, without the key</source>
        <translation>Копіювати як команду &amp;curl, без ключа</translation>
    </message>
    <message>
        <source>People are masked, here and in what you copy.</source>
        <translation>Дані людей приховано тут і в тому, що ви копіюєте.</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>Копіювати &amp;все</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>Копіювати &amp;значення</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>Копіювати &amp;шлях</translation>
    </message>
    <message>
        <source>This is not JSON; it is shown as it came.</source>
        <translation>Це не JSON; показано так, як надійшло.</translation>
    </message>
</context>
<context>
    <name>KeepingLine</name>
    <message>
        <source>&amp;Keep changes for files with these headers</source>
        <translation>&amp;Запам’ятати зміни для файлів із цими заголовками</translation>
    </message>
    <message>
        <source>Recognise ane&amp;w</source>
        <translation>Роз&amp;пізнати знову</translation>
    </message>
    <message>
        <source>&amp;Saved columns…</source>
        <translation>З&amp;бережені стовпці…</translation>
    </message>
    <message>
        <source>As last time: “{name}”</source>
        <translation>Як минулого разу: «{name}»</translation>
    </message>
    <message>
        <source>As last &amp;time</source>
        <translation>&amp;Як минулого разу</translation>
    </message>
</context>
<context>
    <name>KeptLists</name>
    <message>
        <source>Event history</source>
        <translation>Історія подій</translation>
    </message>
    <message>
        <source>The folder “{name}” was removed; its orders stay where they are.</source>
        <translation>Теку «{name}» вилучено; її замовлення залишаються на місці.</translation>
    </message>
    <message>
        <source>The folder “{name}” was removed; its events stay where they are.</source>
        <translation>Теку «{name}» вилучено; її події залишаються на місці.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Перейменувати</translation>
    </message>
    <message>
        <source>Keep what is shown now</source>
        <translation>Запам’ятати те, що показано зараз</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Вище</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Нижче</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Прибрати</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Amazon: all orders</source>
        <translation>Amazon: усі замовлення</translation>
    </message>
    <message>
        <source>Amazon: unshipped or new orders</source>
        <translation>Amazon: невідправлені або нові замовлення</translation>
    </message>
    <message>
        <source>Yespo&apos;s own field names</source>
        <translation>Власні назви полів Yespo</translation>
    </message>
    <message>
        <source>BigCommerce: orders</source>
        <translation>BigCommerce: замовлення</translation>
    </message>
    <message>
        <source>eBay: orders report (UK)</source>
        <translation>eBay: звіт про замовлення (Велика Британія)</translation>
    </message>
    <message>
        <source>eBay: orders report (US)</source>
        <translation>eBay: звіт про замовлення (США)</translation>
    </message>
    <message>
        <source>Etsy: EtsySoldOrderItems</source>
        <translation>Etsy: EtsySoldOrderItems</translation>
    </message>
    <message>
        <source>Etsy: EtsySoldOrders</source>
        <translation>Etsy: EtsySoldOrders</translation>
    </message>
    <message>
        <source>Any table, one row per item</source>
        <translation>Будь-яка таблиця, рядок на кожен товар</translation>
    </message>
    <message>
        <source>Any table, one row per order</source>
        <translation>Будь-яка таблиця, рядок на кожне замовлення</translation>
    </message>
    <message>
        <source>Any table in Russian</source>
        <translation>Таблиця російською</translation>
    </message>
    <message>
        <source>Any table in Ukrainian</source>
        <translation>Таблиця українською</translation>
    </message>
    <message>
        <source>Horoshop: orders</source>
        <translation>Horoshop: замовлення</translation>
    </message>
    <message>
        <source>KeyCRM: orders by a template</source>
        <translation>KeyCRM: замовлення за шаблоном</translation>
    </message>
    <message>
        <source>Magento / Adobe Commerce: order grid</source>
        <translation>Magento / Adobe Commerce: таблиця замовлень</translation>
    </message>
    <message>
        <source>Matrixify: orders of a Shopify shop</source>
        <translation>Matrixify: замовлення магазину Shopify</translation>
    </message>
    <message>
        <source>OpenCart: order list</source>
        <translation>OpenCart: список замовлень</translation>
    </message>
    <message>
        <source>OpenCart: table of orders (oc_order)</source>
        <translation>OpenCart: таблиця замовлень (oc_order)</translation>
    </message>
    <message>
        <source>PrestaShop: order list</source>
        <translation>PrestaShop: список замовлень</translation>
    </message>
    <message>
        <source>Prom.ua: orders</source>
        <translation>Prom.ua: замовлення</translation>
    </message>
    <message>
        <source>Rozetka Marketplace: orders</source>
        <translation>Rozetka Marketplace: замовлення</translation>
    </message>
    <message>
        <source>SalesDrive: orders</source>
        <translation>SalesDrive: замовлення</translation>
    </message>
    <message>
        <source>Shopify: orders_export</source>
        <translation>Shopify: orders_export</translation>
    </message>
    <message>
        <source>Shopify: orders as JSON (Admin API)</source>
        <translation>Shopify: замовлення у JSON (Admin API)</translation>
    </message>
    <message>
        <source>Square: items detail</source>
        <translation>Square: деталі товарів</translation>
    </message>
    <message>
        <source>Squarespace: orders</source>
        <translation>Squarespace: замовлення</translation>
    </message>
    <message>
        <source>Stripe: payments</source>
        <translation>Stripe: платежі</translation>
    </message>
    <message>
        <source>WooCommerce: Advanced Order Export</source>
        <translation>WooCommerce: Advanced Order Export</translation>
    </message>
    <message>
        <source>WooCommerce: orders as JSON (REST API)</source>
        <translation>WooCommerce: замовлення у JSON (REST API)</translation>
    </message>
    <message>
        <source>WooCommerce: Analytics, Orders</source>
        <translation>WooCommerce: Аналітика, Замовлення</translation>
    </message>
    <message>
        <source>WooCommerce: WebToffee order export</source>
        <translation>WooCommerce: експорт замовлень WebToffee</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n подія</numerusform>
            <numerusform>%n події</numerusform>
            <numerusform>%n подій</numerusform>
        </translation>
    </message>
    <message>
        <source>Finishing the request on its way, then the window closes. Close again to not wait.</source>
        <translation>Завершується поточний запит, тоді вікно закриється. Закрийте ще раз, щоб не чекати.</translation>
    </message>
    <message>
        <source>The window changes its language when this is done: {what}</source>
        <translation>Вікно змінить мову, коли завершиться це: {what}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Закрити повідомлення</translation>
    </message>
    <message>
        <source>Close the message (Esc)</source>
        <translation>Закрити повідомлення (Esc)</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your orders are safe. Please report this.</source>
        <translation>У програмі щось пішло не так. Ваші замовлення в безпеці. Будь ласка, повідомте про це.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Копіювати подробиці</translation>
    </message>
</context>
<context>
    <name>NothingHere</name>
    <message>
        <source>Clear filters</source>
        <translation>Прибрати фільтри</translation>
    </message>
    <message>
        <source>Search in all orders</source>
        <translation>Шукати в усіх замовленнях</translation>
    </message>
</context>
<context>
    <name>OpeningNotice</name>
    <message>
        <source>Opening your orders…</source>
        <translation>Відкриваємо ваші замовлення…</translation>
    </message>
    <message>
        <source>After an update this can take a minute for a great many orders. Nothing is sent meanwhile.</source>
        <translation>Після оновлення це може тривати хвилину, якщо замовлень дуже багато. Тим часом нічого не надсилається.</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Your number of the customer, or the e-mail, or the phone</source>
        <translation>Ваш номер клієнта, або e-mail, або телефон</translation>
    </message>
    <message>
        <source>Will be sent as {digits}</source>
        <translation>Буде надіслано як {digits}</translation>
    </message>
    <message>
        <source>Raises {event} when Yespo accepts it</source>
        <translation>Подія {event} виникне, щойно Yespo прийме замовлення</translation>
    </message>
</context>
<context>
    <name>OrderPane</name>
    <message numerus="yes">
        <source>%n order(s) selected</source>
        <translation>
            <numerusform>Вибрано %n замовлення</numerusform>
            <numerusform>Вибрано %n замовлення</numerusform>
            <numerusform>Вибрано %n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>Put them in the outbox, delete or change them by the menu, or choose one to see it.</source>
        <translation>Покладіть їх до вихідних, видаліть або змініть через меню чи виберіть одне, щоб побачити його.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Збережено</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>No order chosen</source>
        <translation>Замовлення не вибрано</translation>
    </message>
    <message>
        <source>Choose an order in the list to see and change it here, or press Ctrl+N to write a new one.</source>
        <translation>Виберіть замовлення у списку, щоб побачити й змінити його тут, або натисніть Ctrl+N, щоб створити нове.</translation>
    </message>
    <message>
        <source>This order cannot be shown</source>
        <translation>Це замовлення не вдається показати</translation>
    </message>
    <message>
        <source>It was deleted meanwhile, and is back</source>
        <translation>Його тим часом видалили; тепер воно знову тут</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не збережено</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Товари</translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation>Товар {number}</translation>
    </message>
</context>
<context>
    <name>OrderReport</name>
    <message>
        <source>Order {order}</source>
        <translation>Замовлення {order}</translation>
    </message>
    <message>
        <source>Why a message came or not</source>
        <translation>Чому повідомлення надійшло або ні</translation>
    </message>
    <message>
        <source>The order as it is here now</source>
        <translation>Замовлення, як воно є тут зараз</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Товари</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>JSON of revision {number}, {state}</source>
        <translation>JSON редакції {number}, {state}</translation>
    </message>
    <message>
        <source>SHA-256 of what was stored: {digest}</source>
        <translation>SHA-256 збереженого: {digest}</translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клієнт</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Товари</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Змінено</translation>
    </message>
    <message>
        <source>Errors: {errors}, warnings: {warnings}</source>
        <translation>Помилок: {errors}, застережень: {warnings}</translation>
    </message>
</context>
<context>
    <name>OrderTableView</name>
    <message>
        <source>Orders</source>
        <translation>Замовлення</translation>
    </message>
</context>
<context>
    <name>OrdersModel</name>
    <message>
        <source>Row</source>
        <translation>Рядок</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Тут</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Сума</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клієнт</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Товари</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Що знайдено</translation>
    </message>
    <message>
        <source>new</source>
        <translation>нове</translation>
    </message>
    <message>
        <source>update</source>
        <translation>оновити</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без змін</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Search in {folder}</source>
        <translation>Пошук: {folder}</translation>
    </message>
    <message>
        <source>&amp;Full (recommended)</source>
        <translation>&amp;Усе (рекомендовано)</translation>
    </message>
    <message>
        <source>Customer, e-mail or phone, and for each item its name, price, link and picture: messages look right.</source>
        <translation>Клієнт, e-mail або телефон, а для кожного товару назва, ціна, посилання й фото: повідомлення виглядатимуть як слід.</translation>
    </message>
    <message>
        <source>&amp;Without items</source>
        <translation>&amp;Без товарів</translation>
    </message>
    <message>
        <source>Items are left out of what is sent. Enough for statistics, too little for messages about goods.</source>
        <translation>Товари не надсилаються. Досить для статистики, замало для повідомлень про товари.</translation>
    </message>
    <message>
        <source>&amp;Minimum</source>
        <translation>&amp;Мінімум</translation>
    </message>
    <message>
        <source>Only what Yespo&apos;s newest page asks for; an order may come without a customer ID, prices and links.</source>
        <translation>Лише те, чого вимагає найновіша сторінка Yespo; замовлення може бути без ID клієнта, цін і посилань.</translation>
    </message>
    <message>
        <source>for &amp;one piece</source>
        <translation>за &amp;одну штуку</translation>
    </message>
    <message>
        <source>Total = quantity × price.</source>
        <translation>Разом = кількість × ціна.</translation>
    </message>
    <message>
        <source>for the whole &amp;line</source>
        <translation>за весь &amp;рядок</translation>
    </message>
    <message>
        <source>Total = price; the quantity is in it already.</source>
        <translation>Разом = ціна; кількість у ній уже врахована.</translation>
    </message>
    <message>
        <source>What every order must have</source>
        <translation>Що має бути в кожному замовленні</translation>
    </message>
    <message>
        <source>How texts are read</source>
        <translation>Як читати значення</translation>
    </message>
    <message>
        <source>An item&apos;s price is</source>
        <translation>Ціна товару вказана</translation>
    </message>
    <message>
        <source>Dates without a time &amp;zone are in</source>
        <translation>Дати без &amp;часового поясу – за часом</translation>
    </message>
    <message>
        <source>&amp;Phones without a country code are from</source>
        <translation>&amp;Телефони без коду – країни</translation>
    </message>
    <message>
        <source>Two letters, for example UA, PL or DE</source>
        <translation>Дві літери, наприклад UA, PL або DE</translation>
    </message>
    <message>
        <source>&amp;Currency of a new order</source>
        <translation>&amp;Валюта нового замовлення</translation>
    </message>
    <message>
        <source>Status of a &amp;new order</source>
        <translation>Статус &amp;нового замовлення</translation>
    </message>
</context>
<context>
    <name>OutDesk</name>
    <message>
        <source>Export this list</source>
        <translation>Експорт цього списку</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Експорт…</translation>
    </message>
    <message>
        <source>Exporting: {count}</source>
        <translation>Експорт: {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) copied</source>
        <translation>
            <numerusform>Скопійовано %n подію</numerusform>
            <numerusform>Скопійовано %n події</numerusform>
            <numerusform>Скопійовано %n подій</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the order as PDF</source>
        <translation>Зберегти замовлення як PDF</translation>
    </message>
    <message>
        <source>Writing the PDF…</source>
        <translation>Створення PDF…</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>Зберегти пакет для підтримки</translation>
    </message>
    <message numerus="yes">
        <source>Support bundle written to {file}, with %n order(s); people are masked.</source>
        <translation>
            <numerusform>Пакет для підтримки збережено у {file}, у ньому %n замовлення; дані людей приховано.</numerusform>
            <numerusform>Пакет для підтримки збережено у {file}, у ньому %n замовлення; дані людей приховано.</numerusform>
            <numerusform>Пакет для підтримки збережено у {file}, у ньому %n замовлень; дані людей приховано.</numerusform>
        </translation>
    </message>
    <message>
        <source>Making the support bundle…</source>
        <translation>Створення пакета для підтримки…</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Збережено у {file}</translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message numerus="yes">
        <source>%n order(s) accepted</source>
        <translation>
            <numerusform>Прийнято %n замовлення</numerusform>
            <numerusform>Прийнято %n замовлення</numerusform>
            <numerusform>Прийнято %n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>No order accepted</source>
        <translation>Жодного замовлення не прийнято</translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n відхилено</numerusform>
            <numerusform>%n відхилено</numerusform>
            <numerusform>%n відхилено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation>
            <numerusform>%n непідтверджене</numerusform>
            <numerusform>%n непідтверджені</numerusform>
            <numerusform>%n непідтверджених</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still waiting</source>
        <translation>
            <numerusform>%n ще чекає</numerusform>
            <numerusform>%n ще чекають</numerusform>
            <numerusform>%n ще чекають</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairsEditor</name>
    <message>
        <source>“{name}” stands here twice; only the last one is kept.</source>
        <translation>«{name}» трапляється тут двічі; збережеться лише останнє.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command or an order</source>
        <translation>Знайти команду або замовлення</translation>
    </message>
    <message>
        <source>What to do, where to go, which order to see</source>
        <translation>Що зробити, куди перейти, яке замовлення показати</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результати</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Перейти: {place}</translation>
    </message>
    <message>
        <source>Sort by {column}</source>
        <translation>Сортувати: {column}</translation>
    </message>
    <message>
        <source>Setting: {name}</source>
        <translation>Налаштування: {name}</translation>
    </message>
    <message>
        <source>(no ID)</source>
        <translation>(без номера)</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Orders save themselves a second after the last change</source>
        <translation>Замовлення зберігаються самі за секунду після останньої зміни</translation>
    </message>
    <message>
        <source>To outbox</source>
        <translation>До вихідних</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Нове замовлення</translation>
    </message>
    <message>
        <source>No customer yet</source>
        <translation>Клієнта ще немає</translation>
    </message>
    <message>
        <source>Save now (it also happens by itself)</source>
        <translation>Зберегти зараз (це відбувається й само)</translation>
    </message>
    <message>
        <source>Put revision {number} in the outbox</source>
        <translation>Покласти редакцію {number} до вихідних</translation>
    </message>
    <message>
        <source>Put this order in the outbox</source>
        <translation>Покласти це замовлення до вихідних</translation>
    </message>
    <message>
        <source>Nothing has changed since this order was put in the outbox</source>
        <translation>Відтоді, як замовлення покладено до вихідних, нічого не змінилося</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste into the list</source>
        <translation>Вставити в список</translation>
    </message>
    <message>
        <source>Looking what would change…</source>
        <translation>Дивимося, що зміниться…</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Що зміниться</translation>
    </message>
    <message>
        <source>&amp;Import as new orders…</source>
        <translation>&amp;Імпортувати як нові замовлення…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Змінити</translation>
    </message>
    <message>
        <source>Left out, because these cannot be edited: {columns}.</source>
        <translation>Пропущено, бо ці стовпці не редагуються: {columns}.</translation>
    </message>
    <message numerus="yes">
        <source>%n copied row(s) go beyond the end of the list and are left out.</source>
        <translation>
            <numerusform>%n скопійований рядок виходить за кінець списку й пропускається.</numerusform>
            <numerusform>%n скопійовані рядки виходять за кінець списку й пропускаються.</numerusform>
            <numerusform>%n скопійованих рядків виходять за кінець списку й пропускаються.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied row(s) are of orders that are not here.</source>
        <translation>
            <numerusform>%n скопійований рядок належить замовленню, якого тут немає.</numerusform>
            <numerusform>%n скопійовані рядки належать замовленням, яких тут немає.</numerusform>
            <numerusform>%n скопійованих рядків належать замовленням, яких тут немає.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) will change</source>
        <translation>
            <numerusform>Зміниться %n замовлення</numerusform>
            <numerusform>Зміняться %n замовлення</numerusform>
            <numerusform>Зміниться %n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>Нічого не зміниться</translation>
    </message>
    <message numerus="yes">
        <source>Change the %n order(s) that were sent &amp;too; what was sent stays in the history</source>
        <translation>
            <numerusform>Змінити &amp;також %n надіслане замовлення; надіслане лишається в історії</numerusform>
            <numerusform>Змінити &amp;також %n надіслані замовлення; надіслане лишається в історії</numerusform>
            <numerusform>Змінити &amp;також %n надісланих замовлень; надіслане лишається в історії</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Change %n order(s)</source>
        <translation>
            <numerusform>&amp;Змінити %n замовлення</numerusform>
            <numerusform>&amp;Змінити %n замовлення</numerusform>
            <numerusform>&amp;Змінити %n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these columns can be edited</source>
        <translation>Жоден із цих стовпців не редагується</translation>
    </message>
    <message>
        <source>Go to the first cell that is to change, and paste there. Or import the rows as new orders.</source>
        <translation>Перейдіть до першої клітинки, яку треба змінити, і вставте там. Або імпортуйте рядки як нові замовлення.</translation>
    </message>
    <message numerus="yes">
        <source>%n will have new errors.</source>
        <translation>
            <numerusform>%n матиме нові помилки.</numerusform>
            <numerusform>%n матимуть нові помилки.</numerusform>
            <numerusform>%n матимуть нові помилки.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left alone; the reason stands beside each.</source>
        <translation>
            <numerusform>%n не змінюється; причина стоїть поруч.</numerusform>
            <numerusform>%n не змінюються; причина стоїть поруч із кожним.</numerusform>
            <numerusform>%n не змінюються; причина стоїть поруч із кожним.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have these values already.</source>
        <translation>
            <numerusform>%n уже має ці значення.</numerusform>
            <numerusform>%n уже мають ці значення.</numerusform>
            <numerusform>%n уже мають ці значення.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is stored before you press “Change”; Ctrl+Z takes it back.</source>
        <translation>Нічого не зберігається, доки ви не натиснете «Змінити»; Ctrl+Z скасує це.</translation>
    </message>
</context>
<context>
    <name>PasteLines</name>
    <message>
        <source>Order</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Зараз</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Стане</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
</context>
<context>
    <name>PasteQuestions</name>
    <message>
        <source>Not decided yet</source>
        <translation>Ще не вирішено</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>The list is still being read. Paste again in a moment.</source>
        <translation>Список ще читається. Вставте знову за мить.</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Позначки</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) at the right</source>
        <translation>
            <numerusform>%n стовпець праворуч</numerusform>
            <numerusform>%n стовпці праворуч</numerusform>
            <numerusform>%n стовпців праворуч</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste into %n order(s)</source>
        <translation>
            <numerusform>Вставити в %n замовлення</numerusform>
            <numerusform>Вставити в %n замовлення</numerusform>
            <numerusform>Вставити в %n замовлень</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleDesk</name>
    <message numerus="yes">
        <source>Erased from %n order(s)</source>
        <translation>
            <numerusform>Стерто з %n замовлення</numerusform>
            <numerusform>Стерто з %n замовлень</numerusform>
            <numerusform>Стерто з %n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) rewritten</source>
        <translation>
            <numerusform>Переписано %n резервну копію</numerusform>
            <numerusform>Переписано %n резервні копії</numerusform>
            <numerusform>Переписано %n резервних копій</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) deleted</source>
        <translation>
            <numerusform>Видалено %n резервну копію</numerusform>
            <numerusform>Видалено %n резервні копії</numerusform>
            <numerusform>Видалено %n резервних копій</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged database(s) deleted</source>
        <translation>
            <numerusform>Видалено %n пошкоджену базу</numerusform>
            <numerusform>Видалено %n пошкоджені бази</numerusform>
            <numerusform>Видалено %n пошкоджених баз</numerusform>
        </translation>
    </message>
    <message>
        <source>Yespo&apos;s own copy is separate: erase the contact there too.</source>
        <translation>Yespo має власну копію: видаліть контакт і там.</translation>
    </message>
    <message>
        <source>They may still be in: {folders}</source>
        <translation>Ще можуть бути тут: {folders}</translation>
    </message>
</context>
<context>
    <name>PeriodBox</name>
    <message>
        <source>Period</source>
        <translation>Період</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 днів</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 місяці</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 місяців</translation>
    </message>
    <message>
        <source>all time</source>
        <translation>увесь час</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>від … до …</translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Row</source>
        <translation>Рядок</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>У файлі</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Що знайдено</translation>
    </message>
    <message>
        <source>all</source>
        <translation>усі</translation>
    </message>
    <message>
        <source>No column gives it. See “Questions”. {why}</source>
        <translation>Такого стовпця немає. Дивіться «Запитання». {why}</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>Saved columns</source>
        <translation>Збережені стовпці</translation>
    </message>
    <message>
        <source>What you decided about a file&apos;s columns is used again without asking when a file with the same headers comes. Delete an entry to be asked anew.</source>
        <translation>Ваш вибір щодо стовпців файлу застосовується без запитань, коли надходить файл із такими самими заголовками. Видаліть запис, щоб програма запитала знову.</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Пере&amp;йменувати</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Видалити</translation>
    </message>
    <message>
        <source>&amp;Save to a file…</source>
        <translation>&amp;Зберегти у файл…</translation>
    </message>
    <message>
        <source>&amp;Add from a file…</source>
        <translation>&amp;Додати з файлу…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>None yet: they are kept when you import a file whose columns you have changed.</source>
        <translation>Поки що немає: вони зберігаються, коли ви імпортуєте файл, стовпці якого змінили.</translation>
    </message>
    <message>
        <source>Forget the columns “{name}”?</source>
        <translation>Забути стовпці «{name}»?</translation>
    </message>
    <message>
        <source>The next file with these headers is recognised anew. Orders are not touched.</source>
        <translation>Наступний файл із цими заголовками буде розпізнано заново. Замовлення не зміняться.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забути</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Залишити</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>Зберегти у файл</translation>
    </message>
    <message>
        <source>Saved to {file}. Add it there, or give it to “import --profile”.</source>
        <translation>Збережено у {file}. Додайте його там або передайте в «import --profile».</translation>
    </message>
    <message>
        <source>Add from a file</source>
        <translation>Додати з файлу</translation>
    </message>
    <message>
        <source>Added. Files with its headers are read so from now on.</source>
        <translation>Додано. Файли з такими заголовками відтепер читаються так.</translation>
    </message>
</context>
<context>
    <name>ProfilesModel</name>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Kind of table</source>
        <translation>Формат файлу</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версія</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Востаннє використано</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>There is a backup. Restoring it keeps the damaged file aside, and holds back whatever was not sent yet, so that nothing goes out twice.</source>
        <translation>Є резервна копія. Після відновлення пошкоджений файл буде збережено окремо, а все ще не надіслане притримано, щоб нічого не пішло двічі.</translation>
    </message>
    <message>
        <source>Check and restore</source>
        <translation>Перевірити й відновити</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Вийти</translation>
    </message>
</context>
<context>
    <name>QuestionsTab</name>
    <message>
        <source>This file asks nothing.</source>
        <translation>До цього файлу запитань немає.</translation>
    </message>
    <message>
        <source>The file lacks these fields</source>
        <translation>У файлі немає цих полів</translation>
    </message>
    <message>
        <source>{field}: given by you for all orders</source>
        <translation>{field}: задано вами для всіх замовлень</translation>
    </message>
    <message>
        <source>Empty, or for example {example}</source>
        <translation>Порожньо або, наприклад, {example}</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Порожньо</translation>
    </message>
    <message>
        <source>How are these to be read?</source>
        <translation>Як це читати?</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Виберіть…</translation>
    </message>
    <message>
        <source>What the shop&apos;s status words mean</source>
        <translation>Що означають статуси магазину</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>«{word}»</translation>
    </message>
    <message>
        <source>empty cell</source>
        <translation>порожня клітинка</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>rows {rows}</source>
        <translation>рядки {rows}</translation>
    </message>
    <message>
        <source>row {rows}</source>
        <translation>рядок {rows}</translation>
    </message>
    <message>
        <source>Choose… ({status}?)</source>
        <translation>Виберіть… ({status}?)</translation>
    </message>
    <message>
        <source>“{word}” is {status}</source>
        <translation>«{word}» – {status}</translation>
    </message>
    <message numerus="yes">
        <source>Take what seems right: %n word(s)</source>
        <translation>
            <numerusform>Прийняти здогад: %n слово</numerusform>
            <numerusform>Прийняти здогади: %n слова</numerusform>
            <numerusform>Прийняти здогади: %n слів</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quitting</name>
    <message>
        <source>Orders are on their way to the server.</source>
        <translation>Замовлення в дорозі до сервера.</translation>
    </message>
    <message>
        <source>The answer usually comes within seconds. Without it nobody knows whether these orders have arrived: they will be unconfirmed. What has not been sent yet stays in the outbox either way.</source>
        <translation>Відповідь зазвичай надходить за кілька секунд. Без неї ніхто не знатиме, чи ці замовлення дійшли: вони стануть непідтвердженими. Ще не надіслане в кожному разі лишиться у вихідних.</translation>
    </message>
    <message>
        <source>Wait, then quit</source>
        <translation>Зачекати й вийти</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Вийти зараз</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>Надсилати далі</translation>
    </message>
    <message>
        <source>{plan}. For that the window must stay open.</source>
        <translation>{plan}. Для цього вікно має лишатися відкритим.</translation>
    </message>
    <message>
        <source>If it is closed, nothing is sent then. The orders stay in the outbox, and the next start reminds of it.</source>
        <translation>Якщо його закрити, тоді нічого не буде надіслано. Замовлення лишаться у вихідних, і наступний запуск нагадає про це.</translation>
    </message>
    <message>
        <source>Quit all the same</source>
        <translation>Усе одно вийти</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>Лишити відкритим</translation>
    </message>
</context>
<context>
    <name>RawModel</name>
    <message>
        <source>Row</source>
        <translation>Рядок</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Що це</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Order, by you</source>
        <translation>Замовлення, за вашим вибором</translation>
    </message>
    <message>
        <source>Left out, by you</source>
        <translation>Пропущено, за вашим вибором</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>Ignored: {reason}</source>
        <translation>Пропущено: {reason}</translation>
    </message>
</context>
<context>
    <name>RawTable</name>
    <message>
        <source>Rows of the file</source>
        <translation>Рядки файлу</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Kind of &amp;table</source>
        <translation>Формат &amp;файлу</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Аркуш</translation>
    </message>
    <message>
        <source>Ta&amp;ble in columns</source>
        <translation>Та&amp;блиця у стовпцях</translation>
    </message>
    <message>
        <source>Put &amp;letters right</source>
        <translation>Виправити &amp;літери</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>Не розпізнано</translation>
    </message>
    <message>
        <source>All with the same headers</source>
        <translation>Усі з однаковими заголовками</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Усі</translation>
    </message>
</context>
<context>
    <name>ReadingDetails</name>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Кодування</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>&amp;Роздільник</translation>
    </message>
    <message>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <source>&amp;Header in row</source>
        <translation>&amp;Заголовок у рядку</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Кома  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Крапка з комою  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Табуляція</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Риска  |</translation>
    </message>
</context>
<context>
    <name>RecoveryNotice</name>
    <message>
        <source>The program was not closed properly last time. Order {id}, which you were writing, was recovered.</source>
        <translation>Минулого разу програма завершилася аварійно. Замовлення {id}, яке ви писали, відновлено.</translation>
    </message>
    <message>
        <source>The program was not closed properly last time. The order that you were writing was recovered.</source>
        <translation>Минулого разу програма завершилася аварійно. Замовлення, яке ви писали, відновлено.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Put it right and put it in the outbox; as it is, it goes again by Ctrl+Shift+Enter.</source>
        <translation>Виправте його й покладіть до вихідних; таким, як є, його знову надішле Ctrl+Shift+Enter.</translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>Changing: {done} orders so far</source>
        <translation>Зміна: вже {done} замовлень</translation>
    </message>
    <message>
        <source>Changing orders…</source>
        <translation>Зміна замовлень…</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Нічого не змінено.</translation>
    </message>
    <message numerus="yes">
        <source>Replace in %n order(s)</source>
        <translation>
            <numerusform>Заміна в %n замовленні</numerusform>
            <numerusform>Заміна в %n замовленнях</numerusform>
            <numerusform>Заміна в %n замовленнях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) changed</source>
        <translation>
            <numerusform>Змінено %n замовлення</numerusform>
            <numerusform>Змінено %n замовлення</numerusform>
            <numerusform>Змінено %n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Зупинено до завершення.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) as before</source>
        <translation>
            <numerusform>%n замовлення – як раніше</numerusform>
            <numerusform>%n замовлення – як раніше</numerusform>
            <numerusform>%n замовлень – як раніше</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) changed again</source>
        <translation>
            <numerusform>Знову змінено %n замовлення</numerusform>
            <numerusform>Знову змінено %n замовлення</numerusform>
            <numerusform>Знову змінено %n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were changed since and stay</source>
        <translation>
            <numerusform>%n відтоді змінено, лишається</numerusform>
            <numerusform>%n відтоді змінено, лишаються</numerusform>
            <numerusform>%n відтоді змінено, лишаються</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking the change back…</source>
        <translation>Скасування зміни…</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Import another file</source>
        <translation>Імпортувати інший файл</translation>
    </message>
    <message>
        <source>Save the rows with errors…</source>
        <translation>Зберегти рядки з помилками…</translation>
    </message>
    <message>
        <source>As they stand in the file, with what is wrong. Put them right there and import them again.</source>
        <translation>Такими, як у файлі, із зазначенням помилок. Виправте їх там та імпортуйте знову.</translation>
    </message>
    <message>
        <source>Show the orders</source>
        <translation>Показати замовлення</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) came in</source>
        <translation>
            <numerusform>Надійшло %n замовлення</numerusform>
            <numerusform>Надійшло %n замовлення</numerusform>
            <numerusform>Надійшло %n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>Those with problems came in as drafts; each says what is wrong with it.</source>
        <translation>Ті, що з проблемами, надійшли як чернетки; кожна каже, що з нею не так.</translation>
    </message>
    <message>
        <source>They are ready: put them in the outbox when you like.</source>
        <translation>Вони готові: покладіть їх до вихідних, коли захочете.</translation>
    </message>
    <message>
        <source>Orders that were here keep what the file does not tell.</source>
        <translation>Замовлення, що вже були тут, зберігають те, чого немає у файлі.</translation>
    </message>
    <message>
        <source>Next file: {name} ({number} of {total})</source>
        <translation>Наступний файл: {name} ({number} із {total})</translation>
    </message>
    <message numerus="yes">
        <source>Back to the file: %n order(s) were left out</source>
        <translation>
            <numerusform>До файлу: %n замовлення пропущено</numerusform>
            <numerusform>До файлу: %n замовлення пропущено</numerusform>
            <numerusform>До файлу: %n замовлень пропущено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the file left out</source>
        <translation>
            <numerusform>Пропущено %n рядок файлу</numerusform>
            <numerusform>Пропущено %n рядки файлу</numerusform>
            <numerusform>Пропущено %n рядків файлу</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevenueChart</name>
    <message>
        <source>Revenue over time</source>
        <translation>Дохід у часі</translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n продаж</numerusform>
            <numerusform>%n продажі</numerusform>
            <numerusform>%n продажів</numerusform>
        </translation>
    </message>
    <message>
        <source>No sales in this time.</source>
        <translation>За цей час продажів немає.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Row</source>
        <translation>Рядок</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Тут</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Сума</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клієнт</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Що знайдено</translation>
    </message>
    <message>
        <source>new</source>
        <translation>нове</translation>
    </message>
    <message>
        <source>update</source>
        <translation>оновити</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без змін</translation>
    </message>
</context>
<context>
    <name>ReviewGroups</name>
    <message>
        <source>Kinds of orders and problems</source>
        <translation>Види замовлень і проблем</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>Усі замовлення</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>Із помилками</translation>
    </message>
    <message>
        <source>With warnings</source>
        <translation>Із застереженнями</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готові</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Нові</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Оновлення</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без змін</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Змінені вами</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Пропущені</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Search in the file</source>
        <translation>Пошук у файлі</translation>
    </message>
    <message>
        <source>Look through the orders</source>
        <translation>Переглянути замовлення</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати дію</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторити дію</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Пропустити</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Замінити…</translation>
    </message>
    <message>
        <source>all</source>
        <translation>усі</translation>
    </message>
    <message>
        <source>Orders to import: all, or only the first, as a trial</source>
        <translation>Скільки імпортувати: усі або лише перші, на пробу</translation>
    </message>
    <message>
        <source>&amp;Orders to import</source>
        <translation>&amp;Скільки імпортувати</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Імпортувати</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) will come in</source>
        <translation>
            <numerusform>Буде імпортовано %n замовлення</numerusform>
            <numerusform>Буде імпортовано %n замовлення</numerusform>
            <numerusform>Буде імпортовано %n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n готове</numerusform>
            <numerusform>%n готові</numerusform>
            <numerusform>%n готових</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with errors, as drafts</source>
        <translation>
            <numerusform>%n із помилками, як чернетка</numerusform>
            <numerusform>%n із помилками, як чернетки</numerusform>
            <numerusform>%n із помилками, як чернетки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n</source>
        <translation>
            <numerusform>&amp;Імпортувати %n</numerusform>
            <numerusform>&amp;Імпортувати %n</numerusform>
            <numerusform>&amp;Імпортувати %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>Orders of the file</source>
        <translation>Замовлення з файлу</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Reading {name}</source>
        <translation>Читання {name}</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>вставлений текст</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Імпортування…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept; the review is as it was.</source>
        <translation>Зупинено. Нічого не збережено; перегляд лишився як був.</translation>
    </message>
</context>
<context>
    <name>RfmModel</name>
    <message>
        <source>{cell}: nobody</source>
        <translation>{cell}: нікого</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n клієнт</numerusform>
            <numerusform>%n клієнти</numerusform>
            <numerusform>%n клієнтів</numerusform>
        </translation>
    </message>
    <message>
        <source>loyal</source>
        <translation>постійні</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>під загрозою</translation>
    </message>
    <message>
        <source>no sales</source>
        <translation>без продажів</translation>
    </message>
    <message>
        <source>2 weeks</source>
        <translation>2 тиж.</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 міс.</translation>
    </message>
    <message>
        <source>2 months</source>
        <translation>2 міс.</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 міс.</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 міс.</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 рік</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>давніше</translation>
    </message>
    <message>
        <source>never</source>
        <translation>ніколи</translation>
    </message>
    <message>
        <source>the last one less than 2 weeks ago</source>
        <translation>останній менш ніж 2 тижні тому</translation>
    </message>
    <message>
        <source>the last one 2 weeks to 1 month ago</source>
        <translation>останній від 2 тижнів до 1 місяця тому</translation>
    </message>
    <message>
        <source>the last one 1 to 2 months ago</source>
        <translation>останній 1–2 місяці тому</translation>
    </message>
    <message>
        <source>the last one 2 to 3 months ago</source>
        <translation>останній 2–3 місяці тому</translation>
    </message>
    <message>
        <source>the last one 3 to 6 months ago</source>
        <translation>останній 3–6 місяців тому</translation>
    </message>
    <message>
        <source>the last one 6 months to 1 year ago</source>
        <translation>останній від 6 місяців до 1 року тому</translation>
    </message>
    <message>
        <source>the last one more than 1 year ago</source>
        <translation>останній понад рік тому</translation>
    </message>
    <message numerus="yes">
        <source>%n sales or more</source>
        <translation>
            <numerusform>%n і більше продажів</numerusform>
            <numerusform>%n і більше продажів</numerusform>
            <numerusform>%n і більше продажів</numerusform>
        </translation>
    </message>
    <message>
        <source>no sale</source>
        <translation>без продажів</translation>
    </message>
    <message numerus="yes">
        <source>%n and more</source>
        <translation>
            <numerusform>%n і більше</numerusform>
            <numerusform>%n і більше</numerusform>
            <numerusform>%n і більше</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n продаж</numerusform>
            <numerusform>%n продажі</numerusform>
            <numerusform>%n продажів</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RfmPart</name>
    <message>
        <source>Choose a cell to see its customers.</source>
        <translation>Виберіть клітинку, щоб побачити її клієнтів.</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Що показують клітинки</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клієнти</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Дохід</translation>
    </message>
    <message>
        <source>Nobody is in this cell.</source>
        <translation>У цій клітинці нікого немає.</translation>
    </message>
</context>
<context>
    <name>RfmView</name>
    <message>
        <source>Customers by last sale and number of sales</source>
        <translation>Клієнти за останнім продажем і кількістю продажів</translation>
    </message>
    <message>
        <source>loyal: several sales, the last within two months</source>
        <translation>постійні: кілька продажів, останній за два місяці</translation>
    </message>
    <message>
        <source>in between</source>
        <translation>між ними</translation>
    </message>
    <message>
        <source>at risk: nothing for long</source>
        <translation>під загрозою: давно нічого</translation>
    </message>
    <message>
        <source>no sales</source>
        <translation>без продажів</translation>
    </message>
</context>
<context>
    <name>RuleSet</name>
    <message>
        <source>Full: all fields that messages use</source>
        <translation>Усе, що потрібно повідомленням</translation>
    </message>
    <message>
        <source>Without items: for statistics only</source>
        <translation>Без товарів: лише для статистики</translation>
    </message>
    <message>
        <source>Minimum: what Yespo&apos;s newest page asks</source>
        <translation>Мінімум: те, чого вимагає найновіша сторінка Yespo</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Two letters, for example UA, PL or DE</source>
        <translation>Дві літери, наприклад UA, PL або DE</translation>
    </message>
    <message>
        <source>For all orders of this file</source>
        <translation>Для всіх замовлень цього файлу</translation>
    </message>
    <message>
        <source>Re&amp;quired fields</source>
        <translation>&amp;Обов’язкові поля</translation>
    </message>
    <message>
        <source>Dates without a time z&amp;one are in</source>
        <translation>Дати без часового по&amp;ясу – за часом</translation>
    </message>
    <message>
        <source>Phones without a country &amp;code are from</source>
        <translation>Телефони без &amp;коду – країни</translation>
    </message>
</context>
<context>
    <name>RunReport</name>
    <message>
        <source>Report of sending run {run}</source>
        <translation>Звіт про надсилання {run}</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Обліковий запис</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Початок</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Кінець</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запити</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Прийнято</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Відхилено</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Непідтверджені</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Чекають</translation>
    </message>
    <message>
        <source>Every order is accounted for.</source>
        <translation>Кожне замовлення враховано.</translation>
    </message>
    <message>
        <source>The balance does not close!</source>
        <translation>Баланс не сходиться!</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>Events raised</source>
        <translation>Створені події</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>Чому зупинено</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Не прийнято</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… і ще {count}</translation>
    </message>
</context>
<context>
    <name>RunsDialog</name>
    <message>
        <source>Sending reports</source>
        <translation>Звіти про надсилання</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>&amp;Зберегти звіт…</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Початок</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Обліковий запис</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Прийнято</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Відхилено</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Непідтверджені</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Чекають</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Друк…</translation>
    </message>
    <message>
        <source>Show its &amp;events</source>
        <translation>Показати його &amp;події</translation>
    </message>
    <message>
        <source>Orders = accepted + rejected + unconfirmed + waiting, counted anew from the records each time.</source>
        <translation>Замовлення = прийняті + відхилені + непідтверджені + ті, що чекають; щоразу перераховується із записів.</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>сходиться</translation>
    </message>
    <message>
        <source>does not close</source>
        <translation>не сходиться</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Ще нічого не надіслано.</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Text (*.txt);;CSV, every order (*.csv)</source>
        <translation>PDF (*.pdf);;Текст (*.txt);;CSV, кожне замовлення (*.csv)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Зберегти звіт</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Записування звіту…</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Збережено у {file}</translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <source>Save: {name}</source>
        <translation>Зберегти: {name}</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Зберегти як</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)</source>
        <translation>Зображення (*.png);;Рисунок (*.svg);;CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Експорт…</translation>
    </message>
</context>
<context>
    <name>SavingRejected</name>
    <message>
        <source>orders</source>
        <translation>замовлення</translation>
    </message>
    <message>
        <source>Save the rows with errors</source>
        <translation>Зберегти рядки з помилками</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel (*.xlsx)</source>
        <translation>CSV (*.csv);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Saving the rows with errors</source>
        <translation>Збереження рядків із помилками</translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved.</source>
        <translation>Зупинено. Нічого не збережено.</translation>
    </message>
    <message>
        <source>No order of this file has errors any more; {file} has its header only.</source>
        <translation>У замовленнях цього файлу більше немає помилок; у {file} лише заголовок.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved to {file}. Put them right there and import that file.</source>
        <translation>
            <numerusform>%n рядок збережено у {file}. Виправте його там та імпортуйте той файл.</numerusform>
            <numerusform>%n рядки збережено у {file}. Виправте їх там та імпортуйте той файл.</numerusform>
            <numerusform>%n рядків збережено у {file}. Виправте їх там та імпортуйте той файл.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистити</translation>
    </message>
</context>
<context>
    <name>SegmentPart</name>
    <message>
        <source>Sales at least</source>
        <translation>Продажів щонайменше</translation>
    </message>
    <message>
        <source>Sales at most</source>
        <translation>Продажів щонайбільше</translation>
    </message>
    <message>
        <source>Average check at least</source>
        <translation>Середній чек щонайменше</translation>
    </message>
    <message>
        <source>Average check at most</source>
        <translation>Середній чек щонайбільше</translation>
    </message>
    <message>
        <source>Last sale</source>
        <translation>Останній продаж</translation>
    </message>
    <message>
        <source>Show customers</source>
        <translation>Показати клієнтів</translation>
    </message>
    <message>
        <source>Choose what the customers have in common, then show them.</source>
        <translation>Виберіть, що спільного мають клієнти, і покажіть їх.</translation>
    </message>
    <message>
        <source>Sales from</source>
        <translation>Продажів від</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <source>Average check from</source>
        <translation>Середній чек від</translation>
    </message>
    <message>
        <source>any</source>
        <translation>не важливо</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>будь-коли</translation>
    </message>
    <message>
        <source>within 2 weeks</source>
        <translation>за останні 2 тижні</translation>
    </message>
    <message>
        <source>longer ago than 2 weeks</source>
        <translation>раніше, ніж 2 тижні тому</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>за останні 30 днів</translation>
    </message>
    <message>
        <source>longer ago than 30 days</source>
        <translation>раніше, ніж 30 днів тому</translation>
    </message>
    <message>
        <source>within 90 days</source>
        <translation>за останні 90 днів</translation>
    </message>
    <message>
        <source>longer ago than 90 days</source>
        <translation>раніше, ніж 90 днів тому</translation>
    </message>
    <message>
        <source>within 180 days</source>
        <translation>за останні 180 днів</translation>
    </message>
    <message>
        <source>longer ago than 180 days</source>
        <translation>раніше, ніж 180 днів тому</translation>
    </message>
    <message>
        <source>within a year</source>
        <translation>за останній рік</translation>
    </message>
    <message>
        <source>longer ago than a year</source>
        <translation>раніше, ніж рік тому</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message numerus="yes">
        <source>Send %n</source>
        <translation>
            <numerusform>Надіслати %n</numerusform>
            <numerusform>Надіслати %n</numerusform>
            <numerusform>Надіслати %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n ready</source>
        <translation>
            <numerusform>Надіслати %n готове</numerusform>
            <numerusform>Надіслати %n готові</numerusform>
            <numerusform>Надіслати %n готових</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Надіслати</translation>
    </message>
</context>
<context>
    <name>SendFlow</name>
    <message>
        <source>No account is connected yet. Add one in the settings, or try the sandbox.</source>
        <translation>Обліковий запис ще не під’єднано. Додайте його в налаштуваннях або спробуйте пісочницю.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Налаштування…</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Нема чого надсилати.</translation>
    </message>
    <message>
        <source>Each event can start a workflow that writes to the customer.</source>
        <translation>Кожна подія може запустити сценарій, який напише клієнтові.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) may have arrived before: their event may come twice.</source>
        <translation>
            <numerusform>%n замовлення, можливо, вже дійшло: його подія може виникнути двічі.</numerusform>
            <numerusform>%n замовлення, можливо, вже дійшли: їхні події можуть виникнути двічі.</numerusform>
            <numerusform>%n замовлень, можливо, вже дійшли: їхні події можуть виникнути двічі.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are more than a month old.</source>
        <translation>
            <numerusform>%n замовлення старше за місяць.</numerusform>
            <numerusform>%n замовлення старші за місяць.</numerusform>
            <numerusform>%n замовлень старші за місяць.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have no usable e-mail or phone: no message.</source>
        <translation>
            <numerusform>%n замовлення без придатного e-mail чи телефону: повідомлень не буде.</numerusform>
            <numerusform>%n замовлення без придатного e-mail чи телефону: повідомлень не буде.</numerusform>
            <numerusform>%n замовлень без придатного e-mail чи телефону: повідомлень не буде.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n order(s) to {account}?</source>
        <translation>
            <numerusform>Надіслати %n замовлення до {account}?</numerusform>
            <numerusform>Надіслати %n замовлення до {account}?</numerusform>
            <numerusform>Надіслати %n замовлень до {account}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n order(s) to {account} on {when}?</source>
        <translation>
            <numerusform>Надіслати %n замовлення на {account} {when}?</numerusform>
            <numerusform>Надіслати %n замовлення на {account} {when}?</numerusform>
            <numerusform>Надіслати %n замовлень на {account} {when}?</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Запланувати</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are held since a backup was restored: look at them first.</source>
        <translation>
            <numerusform>%n замовлення притримано після відновлення резервної копії: спершу перегляньте його.</numerusform>
            <numerusform>%n замовлення притримано після відновлення резервної копії: спершу перегляньте їх.</numerusform>
            <numerusform>%n замовлень притримано після відновлення резервної копії: спершу перегляньте їх.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n</source>
        <translation>
            <numerusform>Надіслати %n</numerusform>
            <numerusform>Надіслати %n</numerusform>
            <numerusform>Надіслати %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не зараз</translation>
    </message>
    <message>
        <source>Putting orders in the outbox…</source>
        <translation>Додавання до вихідних…</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) came to the outbox while others were sent, and wait.</source>
        <translation>
            <numerusform>Поки надсилалися інші, до вихідних надійшло %n замовлення; воно чекає.</numerusform>
            <numerusform>Поки надсилалися інші, до вихідних надійшло %n замовлення; вони чекають.</numerusform>
            <numerusform>Поки надсилалися інші, до вихідних надійшло %n замовлень; вони чекають.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Надіслати зараз</translation>
    </message>
    <message>
        <source>The balance of this run does not close! See Sending, Sending reports.</source>
        <translation>Баланс цього надсилання не сходиться! Див. Надсилання, Звіти про надсилання.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показати</translation>
    </message>
</context>
<context>
    <name>SendLaterDialog</name>
    <message>
        <source>Send later or in part</source>
        <translation>Надіслати пізніше або частково</translation>
    </message>
    <message>
        <source>All orders in the outbox</source>
        <translation>Усі замовлення у вихідних</translation>
    </message>
    <message>
        <source>Only with status: {status}</source>
        <translation>Лише зі статусом: {status}</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Зараз</translation>
    </message>
    <message>
        <source>A&amp;t this time:</source>
        <translation>&amp;У цей час:</translation>
    </message>
    <message>
        <source>Time to send at</source>
        <translation>Час надсилання</translation>
    </message>
    <message>
        <source>&amp;Do not send then</source>
        <translation>&amp;Не надсилати тоді</translation>
    </message>
    <message>
        <source>Older versions of an order always go first. For a planned time this window must stay open.</source>
        <translation>Старіші редакції замовлення завжди йдуть першими. Щоб надіслати в запланований час, це вікно має залишатися відкритим.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>&amp;Which orders</source>
        <translation>&amp;Які замовлення</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Запланувати</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Надіслати</translation>
    </message>
    <message>
        <source>{when} is over. Choose a later time, or Now.</source>
        <translation>Час {when} вже минув. Виберіть пізніший час або «Зараз».</translation>
    </message>
</context>
<context>
    <name>SendNotice</name>
    <message>
        <source>Sending has ended</source>
        <translation>Надсилання завершено</translation>
    </message>
    <message>
        <source>Sending has stopped</source>
        <translation>Надсилання зупинено</translation>
    </message>
</context>
<context>
    <name>SendPreviewDialog</name>
    <message>
        <source>What will happen</source>
        <translation>Що станеться</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Підрахунок…</translation>
    </message>
    <message>
        <source>Leave the carts out</source>
        <translation>Без кошиків</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Надіслати…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Надсилати нічого.</translation>
    </message>
    <message numerus="yes">
        <source>Sending the outbox raises %n event(s)</source>
        <translation>
            <numerusform>Надсилання вихідних створить %n подію</numerusform>
            <numerusform>Надсилання вихідних створить %n події</numerusform>
            <numerusform>Надсилання вихідних створить %n подій</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending what is ready raises %n event(s)</source>
        <translation>
            <numerusform>Надсилання готових створить %n подію</numerusform>
            <numerusform>Надсилання готових створить %n події</numerusform>
            <numerusform>Надсилання готових створить %n подій</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendPreviewList</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>Показати замовлення</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Show all in the list</source>
        <translation>Показати всі в списку</translation>
    </message>
    <message>
        <source>Show what it became</source>
        <translation>Показати, чим він став</translation>
    </message>
    <message>
        <source>All that is sent</source>
        <translation>Усе, що надсилається</translation>
    </message>
    <message>
        <source>Customers who are new, as far as is known here</source>
        <translation>Нові клієнти, наскільки відомо</translation>
    </message>
    <message>
        <source>Customers whom no message can reach</source>
        <translation>Клієнти, яким не дійде жодне повідомлення</translation>
    </message>
    <message>
        <source>Orders that go to a contact with another e-mail</source>
        <translation>Замовлення, що потраплять до контакту з іншим e-mail</translation>
    </message>
    <message>
        <source>Orders of more than a month ago</source>
        <translation>Замовлення, яким понад місяць</translation>
    </message>
    <message>
        <source>Abandoned carts</source>
        <translation>Покинуті кошики</translation>
    </message>
    <message>
        <source>Carts that became an order</source>
        <translation>Кошики, що стали замовленням</translation>
    </message>
    <message>
        <source>Orders whose event may come twice</source>
        <translation>Замовлення, чия подія може повторитися</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Замовлення</translation>
    </message>
</context>
<context>
    <name>SendPreviewWords</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n контакт</numerusform>
            <numerusform>%n контакти</numerusform>
            <numerusform>%n контактів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them new, as far as is known here</source>
        <translation>
            <numerusform>%n новий, наскільки відомо</numerusform>
            <numerusform>%n нові, наскільки відомо</numerusform>
            <numerusform>%n нових, наскільки відомо</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be reached by e-mail or SMS</source>
        <translation>
            <numerusform>до %n не дійде ні e-mail, ні SMS</numerusform>
            <numerusform>до %n не дійде ні e-mail, ні SMS</numerusform>
            <numerusform>до %n не дійде ні e-mail, ні SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) may have arrived before: their event may come twice.</source>
        <translation>
            <numerusform>%n замовлення, можливо, вже надійшло: його подія може повторитися.</numerusform>
            <numerusform>%n замовлення, можливо, вже надійшли: їхні події можуть повторитися.</numerusform>
            <numerusform>%n замовлень, можливо, вже надійшли: їхні події можуть повторитися.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) get an order whose e-mail is not theirs: the customer ID decides.</source>
        <translation>
            <numerusform>%n контакт отримає замовлення з чужим e-mail: вирішує ID клієнта.</numerusform>
            <numerusform>%n контакти отримають замовлення з чужим e-mail: вирішує ID клієнта.</numerusform>
            <numerusform>%n контактів отримають замовлення з чужим e-mail: вирішує ID клієнта.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are more than a month old: messages about them may come as a surprise.</source>
        <translation>
            <numerusform>%n замовленню понад місяць: повідомлення про нього може здивувати.</numerusform>
            <numerusform>%n замовленням понад місяць: повідомлення про них можуть здивувати.</numerusform>
            <numerusform>%n замовленням понад місяць: повідомлення про них можуть здивувати.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n abandoned cart(s): do not send these if web tracking is on in your shop; it finds them itself.</source>
        <translation>
            <numerusform>%n покинутий кошик: не надсилайте його, якщо у вашому магазині ввімкнено вебтрекінг; він знаходить їх сам.</numerusform>
            <numerusform>%n покинуті кошики: не надсилайте їх, якщо у вашому магазині ввімкнено вебтрекінг; він знаходить їх сам.</numerusform>
            <numerusform>%n покинутих кошиків: не надсилайте їх, якщо у вашому магазині ввімкнено вебтрекінг; він знаходить їх сам.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these carts became an order: its customer would be reminded of what is bought.</source>
        <translation>
            <numerusform>%n з цих кошиків став замовленням: клієнтові нагадають про вже куплене.</numerusform>
            <numerusform>%n з цих кошиків стали замовленнями: клієнтам нагадають про вже куплене.</numerusform>
            <numerusform>%n з цих кошиків стали замовленнями: клієнтам нагадають про вже куплене.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingDesk</name>
    <message>
        <source>Send now, only with status: {status}</source>
        <translation>Надіслати зараз лише зі статусом: {status}</translation>
    </message>
    <message>
        <source>Do not send at the planned time</source>
        <translation>Не надсилати в запланований час</translation>
    </message>
    <message>
        <source>{why} Until then the program tries again by itself.</source>
        <translation>{why} До того часу програма повторюватиме спроби сама.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) in doubt go again, as this account&apos;s settings say</source>
        <translation>
            <numerusform>%n сумнівне замовлення буде надіслано ще раз за налаштуваннями цього облікового запису</numerusform>
            <numerusform>%n сумнівні замовлення буде надіслано ще раз за налаштуваннями цього облікового запису</numerusform>
            <numerusform>%n сумнівних замовлень буде надіслано ще раз за налаштуваннями цього облікового запису</numerusform>
        </translation>
    </message>
    <message>
        <source>Sends at {when}, only: {what}</source>
        <translation>Надсилання {when}, лише: {what}</translation>
    </message>
    <message>
        <source>Sends at {when}</source>
        <translation>Надсилання {when}</translation>
    </message>
    <message>
        <source>Orders were to be sent at {when}, but the program was not running then.</source>
        <translation>Замовлення мали бути надіслані {when}, але програма тоді не працювала.</translation>
    </message>
    <message>
        <source>Orders were to be sent at {when} and were not: the computer slept, or others were being sent.</source>
        <translation>Замовлення мали бути надіслані о {when}, але не були: комп’ютер спав або надсилалися інші.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Надіслати зараз</translation>
    </message>
    <message>
        <source>Planned. The window must stay open and the computer awake until then.</source>
        <translation>Заплановано. До того часу вікно має бути відкрите, а комп’ютер увімкнений.</translation>
    </message>
    <message>
        <source>Asking for the contacts</source>
        <translation>Запит контактів</translation>
    </message>
    <message numerus="yes">
        <source>%n order id(s) copied. Look for them in Yespo: Automation, Orders.</source>
        <translation>
            <numerusform>Скопійовано %n номер замовлення. Шукайте його в Yespo: Автоматизація, «Замовлення».</numerusform>
            <numerusform>Скопійовано %n номери замовлень. Шукайте їх у Yespo: Автоматизація, «Замовлення».</numerusform>
            <numerusform>Скопійовано %n номерів замовлень. Шукайте їх у Yespo: Автоматизація, «Замовлення».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>{address} is not secure: customers&apos; data and the key would be readable on the way. Use https://.</source>
        <translation>Адреса {address} незахищена: дані клієнтів і ключ можна прочитати дорогою. Використайте https://.</translation>
    </message>
    <message>
        <source>“{address}” is not the address of an API. It looks like https://yespo.io/api.</source>
        <translation>«{address}» не є адресою API. Вона має вигляд https://yespo.io/api.</translation>
    </message>
    <message>
        <source>The address must not contain a user name or password. The key has a field of its own.</source>
        <translation>В адресі не має бути імені користувача чи пароля. Для ключа є окреме поле.</translation>
    </message>
    <message>
        <source>The server refused the request as wrong (HTTP {status}): {text}</source>
        <translation>Сервер відхилив запит як хибний (HTTP {status}): {text}</translation>
    </message>
    <message>
        <source>The server finds the request too large; it is sent in smaller parts.</source>
        <translation>Запит завеликий для сервера; його надсилають меншими частинами.</translation>
    </message>
    <message>
        <source>The server asks to send more slowly. Sending goes on by itself.</source>
        <translation>Сервер просить надсилати повільніше. Надсилання продовжиться саме.</translation>
    </message>
    <message>
        <source>The server is busy or being maintained (HTTP {status}). Sending goes on by itself.</source>
        <translation>Сервер зайнятий або на обслуговуванні (HTTP {status}). Надсилання продовжиться саме.</translation>
    </message>
    <message>
        <source>The server refused the API key (HTTP {status}). Make a key with full access at Yespo under your profile, Settings, API, and enter it in the account&apos;s settings here. A key that was not used for 90 days is switched off.</source>
        <translation>Сервер не прийняв ключ API (HTTP {status}). Створіть у Yespo ключ із повним доступом (профіль, Налаштування, API) і введіть його тут у налаштуваннях облікового запису. Ключ, яким не користувалися 90 днів, вимикається.</translation>
    </message>
    <message>
        <source>The server at this address does not take orders (HTTP {status}). Check the account&apos;s address; it is usually https://yespo.io/api. Nothing was taken over.</source>
        <translation>Сервер за цією адресою не приймає замовлень (HTTP {status}). Перевірте адресу облікового запису; зазвичай це https://yespo.io/api. Нічого не передано.</translation>
    </message>
    <message>
        <source>The server says that it received this very request less than a minute ago. It may have taken these orders already.</source>
        <translation>Сервер каже, що отримав цей самий запит менш ніж хвилину тому. Можливо, він уже взяв ці замовлення.</translation>
    </message>
    <message>
        <source>The server had an error (HTTP {status}) after it had received the orders. It may or may not have taken them.</source>
        <translation>На сервері сталася помилка (HTTP {status}) після того, як він отримав замовлення. Він міг їх узяти, а міг і ні.</translation>
    </message>
    <message>
        <source>The orders could not be sent completely. Nothing was taken over.</source>
        <translation>Замовлення не вдалося надіслати повністю. Нічого не передано.</translation>
    </message>
    <message>
        <source>The orders were sent, but no clear answer came back. The server may or may not have taken them.</source>
        <translation>Замовлення надіслано, але чіткої відповіді не надійшло. Сервер міг їх узяти, а міг і ні.</translation>
    </message>
    <message>
        <source>The orders were sent, but the answer did not come in time. The server may or may not have taken them.</source>
        <translation>Замовлення надіслано, але відповідь не надійшла вчасно. Сервер міг їх узяти, а міг і ні.</translation>
    </message>
    <message>
        <source>The orders were sent, but the connection broke before the answer was complete. The server may or may not have taken them.</source>
        <translation>Замовлення надіслано, але з’єднання обірвалося до кінця відповіді. Сервер міг їх узяти, а міг і ні.</translation>
    </message>
    <message>
        <source>The orders were sent, but what came back was no proper answer. The server may or may not have taken them.</source>
        <translation>Замовлення надіслано, але те, що надійшло у відповідь, не є справжньою відповіддю. Сервер міг їх узяти, а міг і ні.</translation>
    </message>
    <message>
        <source>The server answered with an error and named no order: “{text}”. It may or may not have taken these orders.</source>
        <translation>Сервер відповів помилкою й не назвав жодного замовлення: «{text}». Він міг узяти ці замовлення, а міг і ні.</translation>
    </message>
    <message>
        <source>The server refused orders that were not in this request ({names}), so its answer proves nothing. It may or may not have taken these orders.</source>
        <translation>Сервер відхилив замовлення, яких не було в цьому запиті ({names}), тож його відповідь нічого не доводить. Він міг узяти ці замовлення, а міг і ні.</translation>
    </message>
    <message>
        <source>What answered is not the Yespo API: perhaps a hotel or company network that wants a sign-in, or a wrong address. Check that in a browser and in the account&apos;s settings.</source>
        <translation>Відповів не API Yespo: можливо, мережа готелю чи компанії вимагає входу або адреса хибна. Перевірте це у браузері та в налаштуваннях облікового запису.</translation>
    </message>
    <message>
        <source>This is not an API key. Copy it from Yespo: profile, Settings, API.</source>
        <translation>Це не ключ API. Скопіюйте його з Yespo: профіль, Налаштування, API.</translation>
    </message>
    <message>
        <source>The proxy&apos;s address is not right. It looks like http://proxy.example:3128.</source>
        <translation>Адреса проксі неправильна. Вона має вигляд http://proxy.example:3128.</translation>
    </message>
    <message>
        <source>Look for a contact by one thing: the customer ID, the e-mail or the phone.</source>
        <translation>Шукайте контакт за чимось одним: ID клієнта, e-mail або телефоном.</translation>
    </message>
    <message>
        <source>A contact&apos;s number consists of digits.</source>
        <translation>Номер контакту складається з цифр.</translation>
    </message>
    <message>
        <source>Say which order is to be deleted.</source>
        <translation>Скажіть, яке замовлення видалити.</translation>
    </message>
    <message>
        <source>The beginning must be before the end.</source>
        <translation>Початок має бути раніше за кінець.</translation>
    </message>
    <message>
        <source>At most 24 hours of orders can be deleted at a time.</source>
        <translation>За один раз можна видалити замовлення щонайбільше за 24 години.</translation>
    </message>
    <message>
        <source>The server&apos;s name was not found. Check the internet connection and the account&apos;s address.</source>
        <translation>Ім’я сервера не знайдено. Перевірте з’єднання з інтернетом та адресу облікового запису.</translation>
    </message>
    <message>
        <source>The server refused the connection. Check the account&apos;s address, or try again later.</source>
        <translation>Сервер відмовив у з’єднанні. Перевірте адресу облікового запису або спробуйте пізніше.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the internet connection.</source>
        <translation>Сервер недосяжний. Перевірте з’єднання з інтернетом.</translation>
    </message>
    <message>
        <source>The server did not answer the call in time. Check the internet connection.</source>
        <translation>Сервер вчасно не відповів на виклик. Перевірте з’єднання з інтернетом.</translation>
    </message>
    <message>
        <source>No connection to the server ({detail}). Check the internet connection.</source>
        <translation>Немає зв’язку із сервером ({detail}). Перевірте з’єднання з інтернетом.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, or this computer&apos;s clock is wrong. Check the date and time; nothing was sent.</source>
        <translation>Сертифікат сервера прострочений або годинник цього комп’ютера неточний. Перевірте дату й час; нічого не надіслано.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet: this computer&apos;s clock is probably wrong. Check the date and time; nothing was sent.</source>
        <translation>Сертифікат сервера ще не чинний: мабуть, годинник цього комп’ютера неточний. Перевірте дату й час; нічого не надіслано.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is from an unknown authority, so somebody may be listening in (an antivirus, a company proxy, a hotel network). Nothing was sent.</source>
        <translation>Сертифікат сервера видав невідомий центр, тож хтось може перехоплювати зв’язок (антивірус, проксі компанії, мережа готелю). Нічого не надіслано.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another address. Check the account&apos;s address; nothing was sent.</source>
        <translation>Сертифікат сервера виданий для іншої адреси. Перевірте адресу облікового запису; нічого не надіслано.</translation>
    </message>
    <message>
        <source>The server does not speak HTTPS at this address. Check the account&apos;s address and port; nothing was sent.</source>
        <translation>Сервер за цією адресою не підтримує HTTPS. Перевірте адресу й порт облікового запису; нічого не надіслано.</translation>
    </message>
    <message>
        <source>No secure connection to the server ({detail}). Nothing was sent.</source>
        <translation>Немає захищеного зв’язку із сервером ({detail}). Нічого не надіслано.</translation>
    </message>
    <message>
        <source>The proxy did not let the request through ({detail}). Check the proxy in the settings.</source>
        <translation>Проксі не пропустив запит ({detail}). Перевірте проксі в налаштуваннях.</translation>
    </message>
    <message>
        <source>The server&apos;s answer did not come in time.</source>
        <translation>Відповідь сервера не надійшла вчасно.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>Зв’язок обірвався до кінця відповіді.</translation>
    </message>
    <message>
        <source>The server&apos;s answer was not proper HTTP ({detail}).</source>
        <translation>Відповідь сервера не була правильним HTTP ({detail}).</translation>
    </message>
    <message>
        <source>The server&apos;s answer was far too long and was cut off.</source>
        <translation>Відповідь сервера була надто довга, її обрізано.</translation>
    </message>
    <message>
        <source>The server&apos;s answer was compressed although that was not asked for, so it was not read.</source>
        <translation>Відповідь сервера була стиснена, хоча про це не просили, тому її не прочитано.</translation>
    </message>
    <message>
        <source>The request failed ({detail}).</source>
        <translation>Запит не вдався ({detail}).</translation>
    </message>
    <message>
        <source>The server asks to wait a little. Try again in a minute.</source>
        <translation>Сервер просить трохи зачекати. Спробуйте за хвилину.</translation>
    </message>
    <message>
        <source>The server is busy or being maintained (HTTP {status}). Try again later.</source>
        <translation>Сервер зайнятий або на обслуговуванні (HTTP {status}). Спробуйте пізніше.</translation>
    </message>
    <message>
        <source>The server had an error (HTTP {status}). Try again later.</source>
        <translation>На сервері сталася помилка (HTTP {status}). Спробуйте пізніше.</translation>
    </message>
    <message>
        <source>The request could not be sent. Check the internet connection.</source>
        <translation>Запит не вдалося надіслати. Перевірте з’єднання з інтернетом.</translation>
    </message>
    <message>
        <source>No clear answer came from the server. Try again.</source>
        <translation>Чіткої відповіді від сервера не надійшло. Спробуйте ще раз.</translation>
    </message>
    <message>
        <source>The server was asked the same a moment ago. Try again in a minute.</source>
        <translation>Те саме щойно питали в сервера. Спробуйте за хвилину.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a file of certificates (PEM).</source>
        <translation>Файл {file} не вдається прочитати як файл сертифікатів (PEM).</translation>
    </message>
    <message>
        <source>Say either --first or --dry-run: with --first orders are imported.</source>
        <translation>Укажіть або --first, або --dry-run: з --first замовлення імпортуються.</translation>
    </message>
    <message>
        <source>{option} is about one file: import the files one by one.</source>
        <translation>{option} стосується одного файлу: імпортуйте файли по одному.</translation>
    </message>
    <message>
        <source>{file} needs no mapping, so there is no profile to save.</source>
        <translation>{file} не потребує відповідності стовпців, тож профілю для збереження немає.</translation>
    </message>
    <message>
        <source>Say either --ready or the IDs of orders, not both.</source>
        <translation>Вкажіть або --ready, або номери замовлень, але не обидва.</translation>
    </message>
    <message>
        <source>--held goes alone: it puts all that is held back in the outbox.</source>
        <translation>--held вживається окремо: повертає до вихідних усе притримане.</translation>
    </message>
    <message>
        <source>Say either --all or the IDs of orders.</source>
        <translation>Вкажіть або --all, або номери замовлень.</translation>
    </message>
    <message>
        <source>An order is asked for at the account that it went to, or will go to.</source>
        <translation>Про замовлення питають у того облікового запису, куди його надіслано або буде надіслано.</translation>
    </message>
    <message>
        <source>“{value}” is not an e-mail address, phone number or customer ID.</source>
        <translation>«{value}» не є адресою e-mail, номером телефону чи ID клієнта.</translation>
    </message>
    <message>
        <source>{option} does not go with “export {what}”.</source>
        <translation>{option} не поєднується з «export {what}».</translation>
    </message>
    <message>
        <source>{folder} is a file. A workspace is a folder.</source>
        <translation>{folder} – це файл. Робочий простір – це тека.</translation>
    </message>
    <message>
        <source>--screenshots goes with --unattended.</source>
        <translation>--screenshots вживається разом із --unattended.</translation>
    </message>
    <message>
        <source>Entry {place} of the JSON is not an order: it must be an object in {{ }}.</source>
        <translation>Запис {place} у JSON не є замовленням: це має бути об’єкт у {{ }}.</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply to be orders.</source>
        <translation>JSON має забагато рівнів вкладення, щоб бути замовленнями.</translation>
    </message>
    <message>
        <source>This is not complete JSON: it breaks off or has a slip at line {line}, column {column}.</source>
        <translation>Це неповний JSON: він обривається або має помилку в рядку {line}, стовпці {column}.</translation>
    </message>
    <message>
        <source>The JSON holds {name} where a number must stand. Correct it where it was made.</source>
        <translation>JSON містить {name} там, де має бути число. Виправте це там, де його створено.</translation>
    </message>
    <message>
        <source>The order names nobody: fill in the customer ID, the e-mail or the phone.</source>
        <translation>У замовленні нікого не вказано: заповніть ID клієнта, e-mail або телефон.</translation>
    </message>
    <message>
        <source>Customer {customer} is not known yet, and without e-mail or phone no contact can be found.</source>
        <translation>Клієнт {customer} ще невідомий, а без e-mail чи телефону контакт знайти неможливо.</translation>
    </message>
    <message>
        <source>Nobody in the account has this customer ID, phone or e-mail: a new contact is made.</source>
        <translation>Ніхто в обліковому записі не має цього ID клієнта, телефону чи e-mail: буде створено новий контакт.</translation>
    </message>
    <message>
        <source>Not known here. Yespo looks for the phone and the e-mail, and makes a new contact if nobody has them.</source>
        <translation>Тут його ще немає. Yespo пошукає за телефоном і e-mail, а якщо нікого не знайде, створить новий контакт.</translation>
    </message>
    <message>
        <source>Customer {customer} belongs to the contact of order {order}, sent on {date}. The customer ID decides.</source>
        <translation>Клієнт {customer} належить контакту замовлення {order}, надісланого {date}. Вирішує ID клієнта.</translation>
    </message>
    <message>
        <source>The contact has the customer ID {customer}, and the customer ID decides.</source>
        <translation>Контакт має ID клієнта {customer}, а вирішує саме ID клієнта.</translation>
    </message>
    <message>
        <source>The contact has the phone {value}.</source>
        <translation>Контакт має телефон {value}.</translation>
    </message>
    <message>
        <source>The contact has the e-mail {value}.</source>
        <translation>Контакт має e-mail {value}.</translation>
    </message>
    <message>
        <source>Order {order}, sent on {date}, has the same phone.</source>
        <translation>Замовлення {order}, надіслане {date}, має той самий телефон.</translation>
    </message>
    <message>
        <source>Order {order}, sent on {date}, has the same e-mail.</source>
        <translation>Замовлення {order}, надіслане {date}, має той самий e-mail.</translation>
    </message>
    <message>
        <source>Customer {customer} was bound to {other} on {date}: Yespo will assign the order to that contact. An order does not change the contact.</source>
        <translation>Клієнта {customer} прив’язано до {other} {date}: Yespo віднесе замовлення до того контакту. Замовлення не змінює контакт.</translation>
    </message>
    <message>
        <source>The order&apos;s e-mail is {mine}, the contact&apos;s is {other}. An order does not change the contact.</source>
        <translation>E-mail замовлення – {mine}, а контакту – {other}. Замовлення не змінює контакт.</translation>
    </message>
    <message>
        <source>The order&apos;s phone is {mine}, the contact&apos;s is {other}. An order does not change the contact.</source>
        <translation>Телефон замовлення – {mine}, а контакту – {other}. Замовлення не змінює контакт.</translation>
    </message>
    <message>
        <source>The e-mail {mine} belongs to another contact, {contact}.</source>
        <translation>E-mail {mine} належить іншому контакту, {contact}.</translation>
    </message>
    <message>
        <source>The phone {mine} belongs to another contact, {contact}.</source>
        <translation>Телефон {mine} належить іншому контакту, {contact}.</translation>
    </message>
    <message>
        <source>The phone belongs to contact {phone_contact}, the e-mail to {email_contact}: it is not known which one gets the order.</source>
        <translation>Телефон належить контакту {phone_contact}, а e-mail – {email_contact}: невідомо, хто з них отримає замовлення.</translation>
    </message>
    <message>
        <source>The contact has the customer ID {other}, the order has {mine}. Is it the same person?</source>
        <translation>Контакт має ID клієнта {other}, а замовлення – {mine}. Чи це та сама людина?</translation>
    </message>
    <message>
        <source>There is no time zone named “{zone}”. Names look like Europe/Kyiv.</source>
        <translation>Немає часового поясу «{zone}». Назви мають вигляд Europe/Kyiv.</translation>
    </message>
    <message>
        <source>Fill this in: the order cannot be sent without it.</source>
        <translation>Заповніть: без цього замовлення не можна надіслати.</translation>
    </message>
    <message>
        <source>Fill in the e-mail or the phone: one of them is needed.</source>
        <translation>Заповніть e-mail або телефон: потрібне одне з них.</translation>
    </message>
    <message>
        <source>Fill in the customer ID, the e-mail or the phone: one of them is needed.</source>
        <translation>Заповніть ID клієнта, e-mail або телефон: потрібне одне з них.</translation>
    </message>
    <message>
        <source>Add at least one item.</source>
        <translation>Додайте принаймні один товар.</translation>
    </message>
    <message>
        <source>An abandoned cart without items: a reminder would have nothing to show.</source>
        <translation>Покинутий кошик без товарів: нагадуванню не буде чого показати.</translation>
    </message>
    <message>
        <source>No currency is given, so the amounts say little. Fill in UAH, USD or EUR.</source>
        <translation>Валюту не вказано, тож суми мало що кажуть. Вкажіть UAH, USD або EUR.</translation>
    </message>
    <message>
        <source>No usable e-mail or phone: no message can reach this customer.</source>
        <translation>Немає придатного e-mail чи телефону: жодне повідомлення не дійде до цього клієнта.</translation>
    </message>
    <message>
        <source>“{value}” is not an e-mail address. It looks like name@example.com.</source>
        <translation>«{value}» не є адресою e-mail. Вона має вигляд name@example.com.</translation>
    </message>
    <message>
        <source>More than one e-mail address is written here. Keep one of them.</source>
        <translation>Тут записано кілька адрес e-mail. Залиште одну.</translation>
    </message>
    <message>
        <source>The e-mail has letters that are not Latin: {letters}. Type them again with the Latin keyboard.</source>
        <translation>У e-mail є нелатинські літери: {letters}. Введіть їх знову латинською розкладкою.</translation>
    </message>
    <message>
        <source>No mail can reach an address at {domain}. Correct it, or leave it empty and give a phone.</source>
        <translation>Жоден лист не дійде на адресу в {domain}. Виправте її або залиште порожньою та вкажіть телефон.</translation>
    </message>
    <message>
        <source>“{domain}” looks like a slip of the keys. Is {meant} meant?</source>
        <translation>«{domain}» схоже на описку. Може, {meant}?</translation>
    </message>
    <message>
        <source>“{value}” is not a phone number. Write it with the country code, for example +380 67 123 45 67.</source>
        <translation>«{value}» не є номером телефону. Запишіть його з кодом країни, наприклад +380 67 123 45 67.</translation>
    </message>
    <message>
        <source>“{value}” has too many or too few digits for a phone number. Check it, with the country code.</source>
        <translation>У «{value}» забагато або замало цифр для номера телефону. Перевірте його разом із кодом країни.</translation>
    </message>
    <message>
        <source>A spreadsheet has shortened this ID to {value}, its last digits are lost. Export it again and import the file as it is, or type the ID.</source>
        <translation>Електронна таблиця скоротила цей номер до {value}, останні цифри втрачено. Експортуйте ще раз та імпортуйте файл без змін або введіть номер.</translation>
    </message>
    <message>
        <source>“{value}” is an error of the spreadsheet, not a value. Type what is meant, or leave it blank.</source>
        <translation>«{value}» – це помилка електронної таблиці, а не значення. Впишіть потрібне або залиште порожнім.</translation>
    </message>
    <message>
        <source>A spreadsheet has shortened this phone to {value}, its last digits are lost. Type it again.</source>
        <translation>Електронна таблиця скоротила цей телефон до {value}, останні цифри втрачено. Введіть його знову.</translation>
    </message>
    <message>
        <source>More than one phone number is written here. Keep one of them.</source>
        <translation>Тут записано кілька номерів телефону. Залиште один.</translation>
    </message>
    <message>
        <source>No phone numbers are known that begin like {value}. Check the digits.</source>
        <translation>Невідомі номери телефону, що починаються як {value}. Перевірте цифри.</translation>
    </message>
    <message>
        <source>“{value}” is not an amount. Write digits, for example 1234.50.</source>
        <translation>«{value}» не є сумою. Запишіть цифрами, наприклад 1234.50.</translation>
    </message>
    <message>
        <source>“{value}” is a percentage. Write the amount of money.</source>
        <translation>«{value}» – це відсоток. Запишіть суму грошей.</translation>
    </message>
    <message>
        <source>“{value}” may mean {first} or {second}. Write the one that is meant.</source>
        <translation>«{value}» може означати {first} або {second}. Запишіть те, що мається на увазі.</translation>
    </message>
    <message>
        <source>“{value}” is read as a number with three decimals. If thousands are meant, write {thousands}.</source>
        <translation>«{value}» прочитано як число з трьома десятковими знаками. Якщо це тисячі, запишіть {thousands}.</translation>
    </message>
    <message>
        <source>“{value}” is too large for an amount. Check the digits.</source>
        <translation>«{value}» завелике для суми. Перевірте цифри.</translation>
    </message>
    <message>
        <source>The amount is below zero. Write it without the minus sign.</source>
        <translation>Сума менша за нуль. Запишіть її без знака мінус.</translation>
    </message>
    <message>
        <source>“{value}” is not a quantity. Write a number, for example 2.</source>
        <translation>«{value}» не є кількістю. Запишіть число, наприклад 2.</translation>
    </message>
    <message>
        <source>“{value}” is too large for a quantity. Check the digits.</source>
        <translation>«{value}» завелике для кількості. Перевірте цифри.</translation>
    </message>
    <message>
        <source>The quantity must be above zero. Remove the item if it was not bought.</source>
        <translation>Кількість має бути більша за нуль. Вилучіть товар, якщо його не купували.</translation>
    </message>
    <message>
        <source>The quantity is not a whole number. Yespo describes whole numbers only and may refuse the order.</source>
        <translation>Кількість не є цілим числом. Yespo описує лише цілі числа й може відхилити замовлення.</translation>
    </message>
    <message>
        <source>Items, shipping, discount and taxes come to {expected}, but the total is {actual}.</source>
        <translation>Товари, доставка, знижка й податки дають {expected}, а сума – {actual}.</translation>
    </message>
    <message>
        <source>The total {actual} fits only if each price is for one piece, but the settings say that prices are for the whole line ({expected}).</source>
        <translation>Сума {actual} сходиться, лише якщо кожна ціна за одну штуку, але за налаштуваннями ціни вказано за весь рядок ({expected}).</translation>
    </message>
    <message>
        <source>The total {actual} fits only if each price is for the whole line, but the settings say that prices are for one piece ({expected}).</source>
        <translation>Сума {actual} сходиться, лише якщо кожна ціна за весь рядок, але за налаштуваннями ціни вказано за одну штуку ({expected}).</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write it like 2026-11-23 14:05 or 23.11.2026 14:05.</source>
        <translation>«{value}» не є датою. Запишіть її так: 2026-11-23 14:05 або 23.11.2026 14:05.</translation>
    </message>
    <message>
        <source>There is no such date or time: “{value}”.</source>
        <translation>Такої дати чи часу немає: «{value}».</translation>
    </message>
    <message>
        <source>“{value}” is a spreadsheet&apos;s day number. It stands for {meant}.</source>
        <translation>«{value}» – це номер дня з електронної таблиці. Він означає {meant}.</translation>
    </message>
    <message>
        <source>The date is in the future: {value}.</source>
        <translation>Дата в майбутньому: {value}.</translation>
    </message>
    <message>
        <source>The order is more than a year old. Sending it may still start workflows that write to the customer.</source>
        <translation>Замовленню понад рік. Його надсилання все одно може запустити сценарії, які напишуть клієнтові.</translation>
    </message>
    <message>
        <source>“{value}” is not a status. Choose New, In progress, Delivered, Cancelled or Abandoned cart.</source>
        <translation>«{value}» не є статусом. Виберіть: Нове, Виконується, Доставлено, Скасовано або Покинутий кошик.</translation>
    </message>
    <message>
        <source>The total is written with {sign}, but the currency is {currency}. Which one is right?</source>
        <translation>Сума записана з {sign}, а валюта – {currency}. Що з цього правильне?</translation>
    </message>
    <message>
        <source>“{value}” is not a currency code. Codes have three letters: UAH, USD, EUR.</source>
        <translation>«{value}» не є кодом валюти. Коди мають три літери: UAH, USD, EUR.</translation>
    </message>
    <message>
        <source>Yespo knows only Online and offline; “{value}” will count as online.</source>
        <translation>Yespo знає лише Online та offline; «{value}» вважатиметься онлайном.</translation>
    </message>
    <message>
        <source>“{value}” is not a full link. Links begin with https:// and a site&apos;s name.</source>
        <translation>«{value}» не є повним посиланням. Посилання починаються з https:// та назви сайту.</translation>
    </message>
    <message>
        <source>Only links that begin with https:// or http:// can be sent.</source>
        <translation>Надіслати можна лише посилання, що починаються з https:// або http://.</translation>
    </message>
    <message>
        <source>Give “{value}” a name, or remove it.</source>
        <translation>Дайте «{value}» назву або вилучіть його.</translation>
    </message>
    <message>
        <source>Two entries are named “{name}”. Rename one of them.</source>
        <translation>Два записи мають назву «{name}». Перейменуйте один із них.</translation>
    </message>
    <message>
        <source>Another order here has the ID {value}. At Yespo the later one would replace the earlier.</source>
        <translation>Інше замовлення тут має номер {value}. У Yespo пізніше замінило б раніше.</translation>
    </message>
    <message>
        <source>This person was forgotten here because they asked for it. Does the order come with their consent?</source>
        <translation>Дані цієї людини тут стерто на її прохання. Чи є її згода на це замовлення?</translation>
    </message>
    <message>
        <source>Customer {customer} has another e-mail in other orders: {other}. The order goes to whoever had this ID first.</source>
        <translation>Клієнт {customer} в інших замовленнях має інший e-mail: {other}. Замовлення отримає той, хто мав цей ID першим.</translation>
    </message>
    <message>
        <source>Customer {customer} has another phone in other orders: {other}. The order goes to whoever had this ID first.</source>
        <translation>Клієнт {customer} в інших замовленнях має інший телефон: {other}. Замовлення отримає той, хто мав цей ID першим.</translation>
    </message>
    <message>
        <source>In other orders this e-mail belongs to customer {other}. Is the customer ID right?</source>
        <translation>В інших замовленнях цей e-mail належить клієнтові {other}. Чи правильний ID клієнта?</translation>
    </message>
    <message>
        <source>In other orders this phone belongs to customer {other}. Is the customer ID right?</source>
        <translation>В інших замовленнях цей телефон належить клієнтові {other}. Чи правильний ID клієнта?</translation>
    </message>
    <message>
        <source>Rows of this order disagree in “{column}”: row {row} counts, not “{other}” in row {rows}.</source>
        <translation>Рядки цього замовлення не збігаються у стовпці «{column}»: враховано рядок {row}, а не «{other}» у рядку {rows}.</translation>
    </message>
    <message>
        <source>Rows {row} and {rows} have one order number, but another customer and date or total. If they are two orders, make the number by a pattern with one more column.</source>
        <translation>У рядках {row} і {rows} той самий номер замовлення, але інший клієнт та інша дата чи сума. Якщо це два замовлення, складіть номер за шаблоном із ще одним стовпцем.</translation>
    </message>
    <message>
        <source>Rows {row} and {rows} have the same order number but are of two shops: they may be two orders. If so, make the number by a pattern with the shop in it.</source>
        <translation>У рядках {row} і {rows} той самий номер замовлення, але різні магазини: можливо, це два замовлення. Тоді складіть номер за шаблоном із магазином.</translation>
    </message>
    <message>
        <source>Letters of the file that cannot be written were taken out. Are its texts whole?</source>
        <translation>З файлу вилучено знаки, які неможливо записати. Чи цілі його тексти?</translation>
    </message>
    <message>
        <source>Row {rows} has more cells than the header; they were left out. Is a separator in a text?</source>
        <translation>У рядку {rows} більше клітинок, ніж у заголовку; зайві пропущено. Чи немає роздільника в тексті?</translation>
    </message>
    <message>
        <source>The decimals of an amount stood in a cell of their own in row {rows}; they were put together. Is it right?</source>
        <translation>Копійки суми стояли в окремій клітинці, рядок {rows}; їх з’єднано. Чи все правильно?</translation>
    </message>
    <message>
        <source>Yespo has no such fields, they were left out: {names}.</source>
        <translation>Yespo не має таких полів, їх пропущено: {names}.</translation>
    </message>
    <message>
        <source>Column “{column}”: dates such as {example} may begin with the day or with the year. Say which.</source>
        <translation>Стовпець «{column}»: дати на зразок {example} можуть починатися з дня або з року. Вкажіть, з чого саме.</translation>
    </message>
    <message>
        <source>Column “{column}”: {either} dates such as {example} may be day first or month first. Say which.</source>
        <translation>Стовпець «{column}»: дат, як-от {example}, де першим може бути день або місяць: {either}. Вкажіть, що перше.</translation>
    </message>
    <message>
        <source>Column “{column}” mixes dates: {day} fit only day first, {month} only month first, {either} both. Those that fit both are left to you.</source>
        <translation>Стовпець «{column}» змішує дати: лише день спочатку – {day}, лише місяць спочатку – {month}, обидва варіанти – {either}. Неоднозначні лишено вам.</translation>
    </message>
    <message>
        <source>The separator must be one character, for example a comma; “{given}” is not.</source>
        <translation>Роздільник має бути одним символом, наприклад комою; «{given}» не підходить.</translation>
    </message>
    <message>
        <source>Cells stand in typographic quotation marks, as a word processor makes them; they were read without these.</source>
        <translation>Клітинки стоять у друкарських лапках, які ставить текстовий редактор; їх прочитано без лапок.</translation>
    </message>
    <message>
        <source>Codes of web pages, for an apostrophe perhaps, were read as the characters that they stand for.</source>
        <translation>Коди вебсторінок, наприклад замість апострофа, прочитано як символи, які вони позначають.</translation>
    </message>
    <message>
        <source>The first line says that cells are separated by “{declared}”, but they are by “{delimiter}”: it was read so.</source>
        <translation>Перший рядок каже, що клітинки розділено знаком «{declared}», але насправді – «{delimiter}»: так файл і прочитано.</translation>
    </message>
    <message>
        <source>{count} rows stand in quotation marks as a whole, as a spreadsheet saves them; they were parted.</source>
        <translation>Рядків, цілком узятих у лапки, як їх зберігає електронна таблиця: {count}; їх розділено.</translation>
    </message>
    <message>
        <source>{file}, row {row}: a cell never ends or has more than {limit} characters. Usually a quotation mark is not closed: correct that row and import again.</source>
        <translation>{file}, рядок {row}: клітинка не закінчується або має понад {limit} символів. Зазвичай це незакриті лапки: виправте рядок та імпортуйте знову.</translation>
    </message>
    <message>
        <source>Lines that are not in {encoding} were read as {fallback}, {count} of them: check the letters in rows {rows}.</source>
        <translation>Рядки не в {encoding} прочитано як {fallback}, усього {count}: перевірте літери в рядках {rows}.</translation>
    </message>
    <message>
        <source>Zero characters were removed: {count}.</source>
        <translation>Вилучено нульових символів: {count}.</translation>
    </message>
    <message>
        <source>There is no encoding “{name}”. Try utf-8, cp1251 or cp1252.</source>
        <translation>Немає кодування «{name}». Спробуйте utf-8, cp1251 або cp1252.</translation>
    </message>
    <message>
        <source>a row of totals: {text}</source>
        <translation>рядок підсумків: {text}</translation>
    </message>
    <message>
        <source>the header again</source>
        <translation>повторений заголовок</translation>
    </message>
    <message>
        <source>not an order: {text}</source>
        <translation>не замовлення: {text}</translation>
    </message>
    <message>
        <source>blank row</source>
        <translation>порожній рядок</translation>
    </message>
    <message>
        <source>above the header: {text}</source>
        <translation>над заголовком: {text}</translation>
    </message>
    <message>
        <source>names the separator</source>
        <translation>називає роздільник</translation>
    </message>
    <message>
        <source>Entry {place} of the JSON is too long to be an order.</source>
        <translation>Запис {place} у JSON задовгий, щоб бути замовленням.</translation>
    </message>
    <message>
        <source>{file}: {problem}</source>
        <translation>{file}: {problem}</translation>
    </message>
    <message>
        <source>There is no layout “{name}”. Known are: {known}.</source>
        <translation>Немає формату файлу «{name}». Відомі: {known}.</translation>
    </message>
    <message>
        <source>{file} is too large for a layout.</source>
        <translation>{file} завеликий для формату файлу.</translation>
    </message>
    <message>
        <source>The layout {file} is not UTF-8 text. Save it as UTF-8.</source>
        <translation>Формат файлу {file} – не текст UTF-8. Збережіть його в UTF-8.</translation>
    </message>
    <message>
        <source>The layout {file} cannot be read: {why}.</source>
        <translation>Формат файлу {file} не вдається прочитати: {why}.</translation>
    </message>
    <message>
        <source>“{name}” is not a field. The fields of an order are: {known}.</source>
        <translation>«{name}» не є полем. Поля замовлення: {known}.</translation>
    </message>
    <message>
        <source>The profile {file} cannot be read: {why}.</source>
        <translation>Профіль {file} не вдається прочитати: {why}.</translation>
    </message>
    <message>
        <source>{file} is not an import profile. Save one in the import window first.</source>
        <translation>{file} не є профілем імпорту. Спершу збережіть його у вікні імпорту.</translation>
    </message>
    <message>
        <source>Each row is an order; its number stands in “{column}”.</source>
        <translation>Кожен рядок – замовлення; його номер у стовпці «{column}».</translation>
    </message>
    <message>
        <source>Orders without items: each row is an order; its number stands in “{column}”.</source>
        <translation>Замовлення без товарів: кожен рядок – замовлення; його номер у «{column}».</translation>
    </message>
    <message>
        <source>Rows with the same “{column}” make one order, each row is an item. Order fields come from its first row.</source>
        <translation>Рядки з однаковим «{column}» утворюють одне замовлення, кожен рядок – товар. Поля замовлення – з його першого рядка.</translation>
    </message>
    <message>
        <source>Rows with the same “{column}” make one order, each row is an item. The order&apos;s fields and its total are repeated on every row and counted once.</source>
        <translation>Рядки з однаковим «{column}» утворюють одне замовлення, кожен рядок – товар. Поля замовлення та його сума повторюються в кожному рядку й враховуються один раз.</translation>
    </message>
    <message>
        <source>Rows with the same “{column}” make one order, each row is an item. The amounts of the rows are added up to the order&apos;s.</source>
        <translation>Рядки з однаковим «{column}» утворюють одне замовлення, кожен рядок – товар. Суми рядків додаються до суми замовлення.</translation>
    </message>
    <message>
        <source>Each row is an order with up to {count} items in numbered columns.</source>
        <translation>Кожен рядок – замовлення з товарами в пронумерованих стовпцях (до {count}).</translation>
    </message>
    <message>
        <source>Each row is an order; its items stand together in “{items}”.</source>
        <translation>Кожен рядок – замовлення; його товари разом у «{items}».</translation>
    </message>
    <message>
        <source>{file} is JSON without any order in it. Export it again.</source>
        <translation>{file} – це JSON без жодного замовлення. Експортуйте його знову.</translation>
    </message>
    <message>
        <source>{file} has a header in row {row} but no orders below it. Export it again.</source>
        <translation>У {file} є заголовок у рядку {row}, але під ним немає замовлень. Експортуйте його знову.</translation>
    </message>
    <message>
        <source>{file} has no header in row {row}. Say in which row the headers stand.</source>
        <translation>У {file} немає заголовка в рядку {row}. Вкажіть, у якому рядку заголовки.</translation>
    </message>
    <message>
        <source>The currency {currency} is taken from the header “{column}”.</source>
        <translation>Валюту {currency} взято із заголовка «{column}».</translation>
    </message>
    <message>
        <source>The currency is taken from the signs in “{column}”; no column holds it.</source>
        <translation>Валюту взято зі знаків у «{column}»; окремого стовпця для неї немає.</translation>
    </message>
    <message>
        <source>“{column}” only counts the rows of this file. If the next one begins with 1 again, its orders are taken for these: choose another column for the order number, or make it by a pattern.</source>
        <translation>Стовпець «{column}» лише нумерує рядки цього файлу. Якщо наступний теж почнеться з 1, його замовлення вважатимуться цими самими: виберіть для номера замовлення інший стовпець або складіть номер за шаблоном.</translation>
    </message>
    <message>
        <source>Column “{column}” holds percentages, not amounts, and is not imported.</source>
        <translation>У стовпці «{column}» відсотки, а не суми, тому його не імпортовано.</translation>
    </message>
    <message>
        <source>Columns without a header are not imported: {columns}.</source>
        <translation>Стовпці без заголовка не імпортуються: {columns}.</translation>
    </message>
    <message>
        <source>Several columns have the same header: {columns}.</source>
        <translation>Кілька стовпців мають однаковий заголовок: {columns}.</translation>
    </message>
    <message>
        <source>Headers stand below one another in “{column}”, so each column seems to be an order. Swap rows and columns in a spreadsheet program (transpose) and import that.</source>
        <translation>У стовпці «{column}» заголовки стоять один під одним, тож замовленням, мабуть, є кожен стовпець. Поміняйте рядки й стовпці місцями в табличній програмі (транспонуйте) та імпортуйте це.</translation>
    </message>
    <message>
        <source>Amounts of this file are in the shop&apos;s own currency, whatever was paid in; “{column}” says the rate. So the currency of all orders is that of rows with the rate 1.</source>
        <translation>Суми в цьому файлі – у власній валюті магазину, хоч би в якій платили; курс стоїть у «{column}». Тож валюта всіх замовлень – та, що в рядках із курсом 1.</translation>
    </message>
    <message>
        <source>The currency is taken from the signs in “{column}”; amounts without one are taken for {currency}, as the others.</source>
        <translation>Валюту взято зі знаків у стовпці «{column}»; суми без знака вважаються такими ж, як решта: {currency}.</translation>
    </message>
    <message>
        <source>The currency {currency} is taken from the format in which the workbook shows the amounts.</source>
        <translation>Валюту {currency} взято з формату, у якому книга показує суми.</translation>
    </message>
    <message>
        <source>The amounts in “{column}” are shown in several currencies ({currencies}), and no column says in which: the orders have none so. Put it into a column of its own.</source>
        <translation>Суми в «{column}» показано в кількох валютах ({currencies}), і жоден стовпець не каже, у якій: тому замовлення її не мають. Впишіть її в окремий стовпець.</translation>
    </message>
    <message>
        <source>{file} is empty. Export it from the shop again.</source>
        <translation>{file} порожній. Експортуйте його з магазину знову.</translation>
    </message>
    <message>
        <source>{file} is a document of Apple Numbers, which only that program reads. Export it there as Excel or CSV, and import that.</source>
        <translation>{file} – документ Apple Numbers, який читає лише ця програма. Експортуйте його в ній як Excel або CSV та імпортуйте результат.</translation>
    </message>
    <message>
        <source>{file} is an archive with files in it. Unpack it and import the file with the orders.</source>
        <translation>{file} – архів із файлами. Розпакуйте його та імпортуйте файл із замовленнями.</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Open it in Excel, save it without one, and try again.</source>
        <translation>{file} захищено паролем. Відкрийте його в Excel, збережіть без пароля й спробуйте знову.</translation>
    </message>
    <message>
        <source>{file} is no table but a {kind} file. Import a CSV, XLSX, XLS, ODS or JSON file.</source>
        <translation>{file} – не таблиця, а файл {kind}. Імпортуйте файл CSV, XLSX, XLS, ODS або JSON.</translation>
    </message>
    <message>
        <source>{file} is neither text nor a workbook. Import a CSV, XLSX, XLS, ODS or JSON file.</source>
        <translation>{file} – ні текст, ні робоча книга. Імпортуйте файл CSV, XLSX, XLS, ODS або JSON.</translation>
    </message>
    <message>
        <source>{file} is only a link to a file on the web. Open it there, download the table as XLSX or CSV, and import that.</source>
        <translation>{file} – лише посилання на файл в інтернеті. Відкрийте його там, завантажте таблицю як XLSX або CSV та імпортуйте її.</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>вставлений текст</translation>
    </message>
    <message>
        <source>{file} changed or vanished while it was read. Nothing of it counts: import it again.</source>
        <translation>{file} змінився або зник під час читання. Нічого з нього не враховано: імпортуйте його знову.</translation>
    </message>
    <message>
        <source>{file} does not exist. Check its name and folder.</source>
        <translation>{file} не існує. Перевірте його назву й теку.</translation>
    </message>
    <message>
        <source>{file} may not be read. Close it in other programs, or ask for the right to read it.</source>
        <translation>{file} не дозволено читати. Закрийте його в інших програмах або попросіть право на читання.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}. Copy it to this computer and try again.</source>
        <translation>{file} не вдається прочитати: {why}. Скопіюйте його на цей комп’ютер і спробуйте знову.</translation>
    </message>
    <message>
        <source>{file} is a folder. Choose a file in it.</source>
        <translation>{file} – це тека. Виберіть файл у ній.</translation>
    </message>
    <message>
        <source>{file} is a device or a pipe. Save its content to a file and import that.</source>
        <translation>{file} – це пристрій або канал. Збережіть його вміст у файл та імпортуйте його.</translation>
    </message>
    <message>
        <source>{file} is larger than 4 GB. Split it into several files.</source>
        <translation>{file} більший за 4 ГБ. Поділіть його на кілька файлів.</translation>
    </message>
    <message>
        <source>“{name}” in “{text}” is neither a field nor a column of this file.</source>
        <translation>«{name}» у «{text}» не є ні полем, ні стовпцем цього файлу.</translation>
    </message>
    <message>
        <source>{count} merged cells, the first at {place}: what they say holds for each row they cover.</source>
        <translation>Об’єднаних клітинок: {count}, перша в {place}: їхній вміст стосується кожного рядка, який вони охоплюють.</translation>
    </message>
    <message>
        <source>These sheets were read one after the other, and their rows are counted on; each begins in the row behind its name: {parts}.</source>
        <translation>Ці аркуші прочитано один за одним, а їхні рядки пронумеровано наскрізно; кожен починається з рядка, вказаного після його назви: {parts}.</translation>
    </message>
    <message>
        <source>Sheets with the same headers: {sheets}. To import all of them choose the sheet “{all}”.</source>
        <translation>Аркуші з однаковими заголовками: {sheets}. Щоб імпортувати їх усі, виберіть аркуш «{all}».</translation>
    </message>
    <message>
        <source>Formulas that were saved without their value are blank here, in columns {columns}. Open the workbook in a spreadsheet program, save it there and import it again.</source>
        <translation>Формули, збережені без значення, тут порожні: стовпці {columns}. Відкрийте книгу в табличній програмі, збережіть її там та імпортуйте ще раз.</translation>
    </message>
    <message>
        <source>Hidden rows of the workbook, by a filter perhaps, were read, too ({count}): {rows}.</source>
        <translation>Приховані рядки книги (можливо, фільтром) теж прочитано ({count}): {rows}.</translation>
    </message>
    <message>
        <source>Rows that are struck through in the workbook were read, too ({count}): {rows}. Leave them out if they are no longer orders.</source>
        <translation>Рядки, закреслені в книзі, теж прочитано ({count}): {rows}. Не беріть їх, якщо це вже не замовлення.</translation>
    </message>
    <message>
        <source>Hidden sheets were not read: {sheets}.</source>
        <translation>Прихованих аркушів не прочитано: {sheets}.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}” was read. Not read: {others}.</source>
        <translation>Прочитано аркуш «{sheet}». Не прочитано: {others}.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}” was read: most of its headers are those of orders. Not read: {others}.</source>
        <translation>Прочитано аркуш «{sheet}»: більшість його заголовків – як у замовлень. Не прочитано: {others}.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}” was read: it is the first with rows. Not read: {others}.</source>
        <translation>Прочитано аркуш «{sheet}»: він перший, де є рядки. Не прочитано: {others}.</translation>
    </message>
    <message>
        <source>{file} is a web page without a table, perhaps one to sign in. Download the export again.</source>
        <translation>{file} – вебсторінка без таблиці, можливо, сторінка входу. Завантажте експорт знову.</translation>
    </message>
    <message>
        <source>{file} has no sheet “{sheet}”. It has: {sheets}.</source>
        <translation>У {file} немає аркуша «{sheet}». Є: {sheets}.</translation>
    </message>
    <message>
        <source>{file}: cell {column}{row} has more than {limit} characters. Shorten it and import again.</source>
        <translation>{file}: клітинка {column}{row} має понад {limit} символів. Скоротіть її та імпортуйте знову.</translation>
    </message>
    <message>
        <source>{file} cannot be read: the part of the program that reads workbooks does not start ({why}). Save the file as CSV and import that.</source>
        <translation>{file} не вдається прочитати: частина програми, що читає робочі книги, не запускається ({why}). Збережіть файл як CSV та імпортуйте його.</translation>
    </message>
    <message>
        <source>{file} cannot be read reliably. Save it as CSV and import that.</source>
        <translation>{file} не вдається прочитати надійно. Збережіть його як CSV та імпортуйте.</translation>
    </message>
    <message>
        <source>{file}, row {row}: there are more than {limit} columns. Delete the ones that do not belong to the table.</source>
        <translation>{file}, рядок {row}: понад {limit} стовпців. Видаліть ті, що не належать до таблиці.</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Save it without one and try again.</source>
        <translation>{file} захищено паролем. Збережіть його без пароля й спробуйте знову.</translation>
    </message>
    <message>
        <source>{file} defines texts of its own (XML entities), as files do that are made to harm. Nothing of it was read. If you trust it, open it in Excel and save it as CSV.</source>
        <translation>{file} визначає власні тексти (сутності XML), як це роблять шкідливі файли. З нього нічого не прочитано. Якщо ви йому довіряєте, відкрийте його в Excel і збережіть як CSV.</translation>
    </message>
    <message>
        <source>{file} is damaged or was not downloaded completely. Download or save it again and import that.</source>
        <translation>{file} пошкоджений або завантажений не повністю. Завантажте чи збережіть його знову та імпортуйте.</translation>
    </message>
    <message>
        <source>{file} would take too much memory or time to read: it claims to be far larger than a list of orders is. Copy the rows into a new workbook, or save it as CSV.</source>
        <translation>Читання {file} забрало б забагато пам’яті або часу: він заявляє про розмір, якого не має список замовлень. Скопіюйте рядки в нову книгу або збережіть як CSV.</translation>
    </message>
    <message>
        <source>The sandbox&apos;s data file {file} cannot be used. Choose another, or delete this one.</source>
        <translation>Файл даних пісочниці {file} непридатний. Виберіть інший або видаліть цей.</translation>
    </message>
    <message>
        <source>The sandbox cannot write its data file ({reason}).</source>
        <translation>Пісочниця не може записати свій файл даних ({reason}).</translation>
    </message>
    <message>
        <source>“{spec}” is not a fault of the sandbox. Use an HTTP status or one of {kinds}, and :N for the first N requests.</source>
        <translation>«{spec}» не є збоєм пісочниці. Вкажіть статус HTTP або одне з {kinds} і :N для перших N запитів.</translation>
    </message>
    <message>
        <source>The sandbox cannot listen at {host}, port {port}. Choose another port; 0 takes any free one.</source>
        <translation>Пісочниця не може слухати на {host}, порт {port}. Виберіть інший порт; 0 бере будь-який вільний.</translation>
    </message>
    <message>
        <source>The server refused this order: {text}</source>
        <translation>Сервер відхилив це замовлення: {text}</translation>
    </message>
    <message>
        <source>The server refused this order without saying why. Compare its fields with an order that was accepted.</source>
        <translation>Сервер відхилив це замовлення без пояснень. Порівняйте його поля з прийнятим замовленням.</translation>
    </message>
    <message>
        <source>This order alone is larger than the server takes. Shorten its descriptions or leave out items, then send it again.</source>
        <translation>Саме це замовлення більше, ніж приймає сервер. Скоротіть описи або приберіть товари й надішліть знову.</translation>
    </message>
    <message>
        <source>Sending was stopped. The orders that are not sent yet wait in the outbox.</source>
        <translation>Надсилання зупинено. Ще не надіслані замовлення чекають у вихідних.</translation>
    </message>
    <message>
        <source>Offline: the server cannot be reached. Nothing is lost, the orders wait in the outbox. Check the internet connection and the account&apos;s address, then send again.</source>
        <translation>Офлайн: сервер недосяжний. Нічого не втрачено, замовлення чекають у вихідних. Перевірте з’єднання з інтернетом та адресу облікового запису й надішліть знову.</translation>
    </message>
    <message>
        <source>The server asks for a pause of {seconds} seconds. The orders wait in the outbox; send again later.</source>
        <translation>Сервер просить зачекати {seconds} с. Замовлення лежать у вихідних; надішліть пізніше.</translation>
    </message>
    <message>
        <source>The server asks for a pause of {minutes} min. The orders wait in the outbox; send again later.</source>
        <translation>Сервер просить зачекати {minutes} хв. Замовлення лежать у вихідних; надішліть пізніше.</translation>
    </message>
    <message>
        <source>The server asked for this pause the last time.</source>
        <translation>Минулого разу сервер попросив зробити цю паузу.</translation>
    </message>
    <message>
        <source>The very same request may not be repeated within a minute. The orders wait in the outbox until then.</source>
        <translation>Той самий запит не можна повторити протягом хвилини. Замовлення до того часу чекають у вихідних.</translation>
    </message>
    <message>
        <source>{count} requests in a row brought no clear answer, so sending stopped before more orders come into doubt. Those sent are in Unconfirmed, the rest waits in the outbox. Look whether Yespo works, then send again.</source>
        <translation>Запитів поспіль без чіткої відповіді: {count}, тож надсилання зупинено, щоб не множити сумніви. Надіслані – серед непідтверджених, решта чекає у вихідних. Перевірте, чи працює Yespo, і надішліть знову.</translation>
    </message>
    <message>
        <source>The server refuses one order after the other with the same words, so the fault seems to be in the request and not in an order: {text} All orders wait in the outbox. Check the account&apos;s address and the rule set in the settings.</source>
        <translation>Сервер відхиляє замовлення одне за одним тими самими словами, тож справа, мабуть, у запиті, а не в замовленні: {text} Усі замовлення чекають у вихідних. Перевірте адресу облікового запису й набір правил у налаштуваннях.</translation>
    </message>
    <message>
        <source>The account {name} was changed while its orders were being sent, so sending stopped. The orders that are not sent yet wait in the outbox. Check the account in the settings, then send again.</source>
        <translation>Обліковий запис {name} змінили, поки надсилалися його замовлення, тому надсилання зупинено. Ще не надіслані замовлення чекають у вихідних. Перевірте обліковий запис у налаштуваннях і надішліть знову.</translation>
    </message>
    <message>
        <source>The server has answered, but the answer cannot be written to the workspace yet; the program tries again. {text}</source>
        <translation>Сервер відповів, але відповідь поки не вдається записати до робочого простору; програма пробує знову. {text}</translation>
    </message>
    <message>
        <source>There is no account yet. Add one with the address https://yespo.io/api and your API key.</source>
        <translation>Облікового запису ще немає. Додайте його з адресою https://yespo.io/api та своїм ключем API.</translation>
    </message>
    <message>
        <source>The account {name} has no API key on this computer. Make one in Yespo (Settings → API → New key, full access) and enter it in the account&apos;s settings, or set ORDERMANAGER_API_KEY.</source>
        <translation>Для облікового запису {name} на цьому комп’ютері немає ключа API. Створіть його в Yespo (Налаштування → API → Новий ключ, повний доступ) і введіть у налаштуваннях облікового запису або задайте ORDERMANAGER_API_KEY.</translation>
    </message>
    <message>
        <source>The keyring of this computer did not give the key of the account {name}; it is probably locked. Unlock it, or sign in to this computer again, then try again.</source>
        <translation>Сховище ключів цього комп’ютера не видало ключ облікового запису {name}; мабуть, воно заблоковане. Розблокуйте його або ввійдіть у систему знову й повторіть спробу.</translation>
    </message>
    <message>
        <source>An account sends 1 to {most} requests at once, and in doubt again after 2 minutes or more.</source>
        <translation>Обліковий запис надсилає від 1 до {most} запитів одночасно, а сумнівні – ще раз щонайменше за 2 хвилини.</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Дайте обліковому запису назву.</translation>
    </message>
    <message>
        <source>There is an account named {name} already.</source>
        <translation>Обліковий запис із назвою {name} вже є.</translation>
    </message>
    <message>
        <source>Connected to {organisation}.</source>
        <translation>З’єднано з {organisation}.</translation>
    </message>
    <message>
        <source>Connected. The account has no organisation name.</source>
        <translation>З’єднано. Обліковий запис не має назви організації.</translation>
    </message>
    <message>
        <source>“{value}” is not an answer; there are ask, send_again and never.</source>
        <translation>«{value}» не є відповіддю; можливі ask, send_again і never.</translation>
    </message>
    <message>
        <source>There is a workspace in {folder} already. A demo needs a new folder.</source>
        <translation>У {folder} вже є робочий простір. Для демонстрації потрібна нова тека.</translation>
    </message>
    <message>
        <source>Order Manager {version}, Python {python}, SQLite {sqlite}.</source>
        <translation>Order Manager {version}, Python {python}, SQLite {sqlite}.</translation>
    </message>
    <message>
        <source>The workspace is in {folder}.</source>
        <translation>Робочий простір у {folder}.</translation>
    </message>
    <message>
        <source>There is no workspace in {folder} yet; the first command or window makes one.</source>
        <translation>У {folder} ще немає робочого простору; його створить перша команда або вікно.</translation>
    </message>
    <message>
        <source>The database is sound ({rows} rows looked at, form {schema}).</source>
        <translation>База даних справна (переглянуто рядків: {rows}, версія {schema}).</translation>
    </message>
    <message>
        <source>The balances of all {runs} sending runs, counted anew from the raw records, close.</source>
        <translation>Баланси всіх надсилань ({runs}), пораховані заново з первинних записів, сходяться.</translation>
    </message>
    <message>
        <source>{count} orders are held back since a backup was restored, because they may have been sent already. Look into Yespo, then release or withdraw them.</source>
        <translation>Після відновлення резервної копії притримано замовлень: {count}, бо вони могли вже бути надіслані. Перевірте в Yespo, тоді відпустіть або поверніть їх.</translation>
    </message>
    <message>
        <source>Other users of this computer can read the workspace: {files}. Run ordermanager doctor --repair.</source>
        <translation>Інші користувачі цього комп’ютера можуть читати робочий простір: {files}. Виконайте ordermanager doctor --repair.</translation>
    </message>
    <message>
        <source>Only you can read the workspace&apos;s files.</source>
        <translation>Файли робочого простору можете читати лише ви.</translation>
    </message>
    <message>
        <source>The workspace&apos;s files have the rights of the folder that they are in.</source>
        <translation>Файли робочого простору мають права теки, у якій вони лежать.</translation>
    </message>
    <message>
        <source>Only you can read {file} now.</source>
        <translation>Тепер {file} можете читати лише ви.</translation>
    </message>
    <message>
        <source>API keys are kept in the system&apos;s keyring ({name}).</source>
        <translation>Ключі API зберігаються у сховищі ключів системи ({name}).</translation>
    </message>
    <message>
        <source>There is no safe keyring on this computer: API keys are kept only until the program ends. For the command line, set ORDERMANAGER_API_KEY.</source>
        <translation>На цьому комп’ютері немає безпечного сховища ключів: ключі API зберігаються, лише доки працює програма. Для командного рядка задайте ORDERMANAGER_API_KEY.</translation>
    </message>
    <message>
        <source>There is no safe keyring on this computer; the API key is taken from ORDERMANAGER_API_KEY.</source>
        <translation>На цьому комп’ютері немає безпечного сховища ключів; ключ API взято з ORDERMANAGER_API_KEY.</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Резервних копій ще немає.</translation>
    </message>
    <message>
        <source>Backups: {count}; the newest good one is {newest}.</source>
        <translation>Резервних копій: {count}; найновіша справна – {newest}.</translation>
    </message>
    <message>
        <source>None of the {count} backups can be read.</source>
        <translation>Жодна з резервних копій не читається (усього {count}).</translation>
    </message>
    <message>
        <source>The database in {folder} is damaged and there is no good backup of it. Nothing was changed. Restore the folder from a copy of your own.</source>
        <translation>База даних у {folder} пошкоджена, і справної резервної копії немає. Нічого не змінено. Відновіть теку з власної копії.</translation>
    </message>
    <message>
        <source>The search index was damaged and has been made anew. Nothing was lost.</source>
        <translation>Пошуковий індекс було пошкоджено, його створено наново. Нічого не втрачено.</translation>
    </message>
    <message>
        <source>The backup {backup} was restored; the damaged files lie in {aside}. Everything that was not sent yet is held until you release it.</source>
        <translation>Резервну копію {backup} відновлено; пошкоджені файли лежать у {aside}. Усе ще не надіслане притримано, доки ви його не відпустите.</translation>
    </message>
    <message>
        <source>No order here has the ID {ids}.</source>
        <translation>Тут немає замовлення з номером {ids}.</translation>
    </message>
    <message>
        <source>This computer has no safe place for keys, so the key is kept only until the program ends. For the command line, give it in the environment variable ORDERMANAGER_API_KEY.</source>
        <translation>На цьому комп’ютері немає безпечного місця для ключів, тому ключ зберігається, лише доки працює програма. Для командного рядка передайте його у змінній середовища ORDERMANAGER_API_KEY.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the key (it may be locked), so the key is kept only until the program ends.</source>
        <translation>Сховище ключів системи не прийняло ключ (можливо, воно замкнене), тому ключ зберігається, лише доки працює програма.</translation>
    </message>
    <message>
        <source>The API key is empty. Copy it from Yespo: Settings → API.</source>
        <translation>Ключ API порожній. Скопіюйте його з Yespo: Налаштування → API.</translation>
    </message>
    <message>
        <source>This does not look like an API key: it has blanks or line breaks in it. Copy it again.</source>
        <translation>Це не схоже на ключ API: у ньому є пробіли або розриви рядка. Скопіюйте його знову.</translation>
    </message>
    <message>
        <source>“{name}” is not a field that can be set. There are: {known}.</source>
        <translation>«{name}» не є полем, яке можна змінити. Є: {known}.</translation>
    </message>
    <message>
        <source>The orders were sent, and nobody knows whether they arrived.</source>
        <translation>Замовлення надіслано, і ніхто не знає, чи вони дійшли.</translation>
    </message>
    <message>
        <source>The outbox is being sent already.</source>
        <translation>Вихідні вже надсилаються.</translation>
    </message>
    <message>
        <source>“{value}” is not a status. There are: {known}.</source>
        <translation>«{value}» не є статусом. Є: {known}.</translation>
    </message>
    <message>
        <source>“{value}” is not a region. Give two letters, for example UA, PL or DE.</source>
        <translation>«{value}» не є країною. Вкажіть дві літери, наприклад UA, PL або DE.</translation>
    </message>
    <message>
        <source>“{value}” is not a time zone. Give a name like Europe/Kyiv or Europe/Warsaw.</source>
        <translation>«{value}» не є часовим поясом. Вкажіть назву на зразок Europe/Kyiv або Europe/Warsaw.</translation>
    </message>
    <message>
        <source>“{value}” cannot be the setting {name}.</source>
        <translation>«{value}» не може бути значенням налаштування {name}.</translation>
    </message>
    <message>
        <source>{file} must end with .csv, .xlsx or .json: the ending says which kind it is.</source>
        <translation>{file} має закінчуватися на .csv, .xlsx або .json: закінчення вказує вид файлу.</translation>
    </message>
    <message>
        <source>{file} is a folder. Give the name of a file.</source>
        <translation>{file} – це тека. Вкажіть назву файлу.</translation>
    </message>
    <message>
        <source>There is no folder {folder} for the file. Make it first, or choose another.</source>
        <translation>Теки {folder} для файлу немає. Спершу створіть її або виберіть іншу.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}. Close it in other programs, or choose another name.</source>
        <translation>{file} не вдається записати: {why}. Закрийте його в інших програмах або виберіть іншу назву.</translation>
    </message>
    <message>
        <source>An Excel sheet has no room for so many rows. Export to a .csv file instead.</source>
        <translation>На аркуші Excel немає місця для стількох рядків. Експортуйте у файл .csv.</translation>
    </message>
    <message>
        <source>One of the texts is longer than an Excel cell can be. Export to a .csv file instead.</source>
        <translation>Один із текстів довший, ніж може вмістити клітинка Excel. Експортуйте у файл .csv.</translation>
    </message>
    <message>
        <source>There is no account named {name}. Add it, or choose another.</source>
        <translation>Немає облікового запису з назвою {name}. Додайте його або виберіть інший.</translation>
    </message>
    <message>
        <source>There is no sale in {currency}. Sales are in: {known}.</source>
        <translation>У валюті {currency} продажів немає. Продажі є в: {known}.</translation>
    </message>
    <message>
        <source>There is no account {account}.</source>
        <translation>Немає облікового запису {account}.</translation>
    </message>
    <message>
        <source>An account needs a name.</source>
        <translation>Обліковому запису потрібна назва.</translation>
    </message>
    <message>
        <source>There is an account named {name} already. Choose another name.</source>
        <translation>Обліковий запис із назвою {name} вже є. Виберіть іншу назву.</translation>
    </message>
    <message>
        <source>{path} is not a backup that can be used: it is damaged or some other program&apos;s file. Choose another.</source>
        <translation>{path} не є придатною резервною копією: файл пошкоджений або належить іншій програмі. Виберіть інший.</translation>
    </message>
    <message>
        <source>A backup was restored. This order may have been sent after the backup was made, so it is held until you release it.</source>
        <translation>Відновлено резервну копію. Це замовлення могло бути надіслане після її створення, тому воно притримане, доки ви його не відпустите.</translation>
    </message>
    <message>
        <source>The database is damaged: {detail}. Restore a backup.</source>
        <translation>База даних пошкоджена: {detail}. Відновіть резервну копію.</translation>
    </message>
    <message>
        <source>A row in {table} refers to one that is not there. Restore a backup.</source>
        <translation>Рядок у {table} посилається на те, чого немає. Відновіть резервну копію.</translation>
    </message>
    <message>
        <source>What is stored as sent in revision {revision} is damaged. Restore a backup.</source>
        <translation>Збережене як надіслане в редакції {revision} пошкоджено. Відновіть резервну копію.</translation>
    </message>
    <message>
        <source>The text of order number {order} is damaged. Restore a backup.</source>
        <translation>Текст замовлення № {order} пошкоджено. Відновіть резервну копію.</translation>
    </message>
    <message>
        <source>The folder {folder} counts {stored} orders but has {orders}.</source>
        <translation>Тека {folder} налічує замовлень: {stored}, а насправді їх {orders}.</translation>
    </message>
    <message>
        <source>Order number {order} shows another state than its newest revision has.</source>
        <translation>Замовлення № {order} показує не той стан, що його найновіша редакція.</translation>
    </message>
    <message>
        <source>Revision {revision} is on its way in a request that has ended.</source>
        <translation>Редакція {revision} у дорозі в запиті, який уже завершився.</translation>
    </message>
    <message>
        <source>The history says something else of revision {revision} than its state.</source>
        <translation>Історія каже про редакцію {revision} інше, ніж її стан.</translation>
    </message>
    <message>
        <source>Order number {order} counts its unconfirmed revisions wrongly.</source>
        <translation>Замовлення № {order} хибно рахує свої непідтверджені редакції.</translation>
    </message>
    <message>
        <source>The search index is damaged; orders may not be found. Repair it.</source>
        <translation>Пошуковий покажчик пошкоджено; замовлення можуть не знаходитися. Виправте його.</translation>
    </message>
    <message>
        <source>The balance of sending run {run} does not close.</source>
        <translation>Баланс надсилання {run} не сходиться.</translation>
    </message>
    <message>
        <source>There is no line {line} in the history.</source>
        <translation>В історії немає рядка {line}.</translation>
    </message>
    <message>
        <source>The workspace cannot be kept in {path} ({problem}). Choose another folder, or allow writing there.</source>
        <translation>Робочий простір не можна тримати в {path} ({problem}). Виберіть іншу теку або дозвольте в ній запис.</translation>
    </message>
    <message>
        <source>There is no import number {number}.</source>
        <translation>Немає імпорту № {number}.</translation>
    </message>
    <message>
        <source>Import number {number} was not taken back.</source>
        <translation>Імпорт № {number} не було скасовано.</translation>
    </message>
    <message>
        <source>Import number {number} has been taken back already.</source>
        <translation>Імпорт № {number} вже скасовано.</translation>
    </message>
    <message>
        <source>A newer version of Order Manager has changed the workspace {path}. Nothing was touched. Update the program on this computer, then open the workspace again.</source>
        <translation>Новіша версія Order Manager змінила робочий простір {path}. Нічого не зачеплено. Оновіть програму на цьому комп’ютері та відкрийте робочий простір знову.</translation>
    </message>
    <message>
        <source>The database {path} is damaged or missing, and there is no backup of it that can be read. It was left as it is. Restore the folder from a copy of your own, or choose a new folder to start anew.</source>
        <translation>База даних {path} пошкоджена або відсутня, і немає резервної копії, яку можна прочитати. Її лишено як є. Відновіть теку з власної копії або виберіть нову теку, щоб почати спочатку.</translation>
    </message>
    <message>
        <source>The database {path} is damaged or missing. It was left as it is. The newest good backup is {backup}: restore it, and everything that was not sent yet will be held until you release it.</source>
        <translation>База даних {path} пошкоджена або відсутня. Її лишено як є. Найновіша справна резервна копія – {backup}: відновіть її, і все ще не надіслане буде притримано, доки ви його не відпустите.</translation>
    </message>
    <message>
        <source>There is no workspace in {folder}. Choose the folder of a workspace.</source>
        <translation>У {folder} немає робочого простору. Виберіть теку робочого простору.</translation>
    </message>
    <message>
        <source>{path} is not a workspace of Order Manager but some other program&apos;s file. Choose another folder.</source>
        <translation>{path} – не робочий простір Order Manager, а файл іншої програми. Виберіть іншу теку.</translation>
    </message>
    <message>
        <source>The workspace {path} can be looked at but not changed, because its folder or disk is write-protected. Allow writing there, or open another workspace.</source>
        <translation>Робочий простір {path} можна переглядати, але не змінювати, бо його тека чи диск захищені від запису. Дозвольте запис або відкрийте інший робочий простір.</translation>
    </message>
    <message>
        <source>Orders cannot be sorted by {sort}.</source>
        <translation>Замовлення не можна впорядкувати за {sort}.</translation>
    </message>
    <message>
        <source>There is no order number {order} here.</source>
        <translation>Тут немає замовлення № {order}.</translation>
    </message>
    <message>
        <source>The program ended before the server had answered. The order may or may not have arrived.</source>
        <translation>Програма завершилася, перш ніж сервер відповів. Замовлення могло дійти, а могло й ні.</translation>
    </message>
    <message>
        <source>The program ended.</source>
        <translation>Програма завершилася.</translation>
    </message>
    <message>
        <source>A backup was restored.</source>
        <translation>Відновлено резервну копію.</translation>
    </message>
    <message>
        <source>There is no revision {revision}.</source>
        <translation>Немає редакції {revision}.</translation>
    </message>
    <message>
        <source>There is no run {run}.</source>
        <translation>Немає надсилання {run}.</translation>
    </message>
    <message>
        <source>Orders of this workspace are being sent already, by another window or command. Wait until that has finished, or stop it there.</source>
        <translation>Замовлення цього робочого простору вже надсилає інше вікно або команда. Зачекайте, доки це скінчиться, або зупиніть там.</translation>
    </message>
    <message>
        <source>Another program keeps the workspace {path} busy. Nothing was changed. Close the other program, or wait until it has finished, and try again.</source>
        <translation>Інша програма зайняла робочий простір {path}. Нічого не змінено. Закрийте ту програму або зачекайте, доки вона завершить, і спробуйте знову.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing could be written to {path}. What was stored before is safe. Make some room on the disk and try again.</source>
        <translation>Диск заповнений, тож нічого не вдалося записати до {path}. Збережене раніше в безпеці. Звільніть місце на диску й спробуйте знову.</translation>
    </message>
    <message>
        <source>The database {path} is damaged and cannot be read. A backup can take its place.</source>
        <translation>База даних {path} пошкоджена й не читається. Її може замінити резервна копія.</translation>
    </message>
    <message>
        <source>The system does not let us read or write {path} ({problem}). Look whether the disk is connected and the folder may be used.</source>
        <translation>Система не дозволяє читати або записувати {path} ({problem}). Перевірте, чи під’єднано диск і чи можна користуватися текою.</translation>
    </message>
    <message>
        <source>The search was given up for a newer one.</source>
        <translation>Пошук припинено заради новішого.</translation>
    </message>
    <message>
        <source>Another table begins in row {row} ({titles}) and is not imported here. To import it, say that the header is in row {row}.</source>
        <translation>У рядку {row} починається інша таблиця ({titles}), тут її не імпортовано. Щоб імпортувати її, вкажіть, що заголовок у рядку {row}.</translation>
    </message>
    <message>
        <source>belongs to the table that begins in row {row}</source>
        <translation>належить таблиці, що починається в рядку {row}</translation>
    </message>
    <message>
        <source>The review is closed.</source>
        <translation>Перегляд закрито.</translation>
    </message>
    <message>
        <source>There is no order {number} in this file.</source>
        <translation>У цьому файлі немає замовлення {number}.</translation>
    </message>
    <message>
        <source>{file} has {count} columns; there is no column {column}.</source>
        <translation>У {file} стовпців: {count}; стовпця {column} немає.</translation>
    </message>
    <message>
        <source>“{status}” is no status. There are: {known}.</source>
        <translation>«{status}» не є статусом. Є: {known}.</translation>
    </message>
    <message>
        <source>Column “{column}”: {either} amounts such as {example} may be thousands or decimals. Say which.</source>
        <translation>Стовпець «{column}»: сум, як-от {example}, де можливі тисячі або десяткові знаки: {either}. Вкажіть, що саме.</translation>
    </message>
    <message>
        <source>Column “{column}” mixes amounts: {comma} have a decimal comma, {point} a decimal point, {either} such as {example} fit both. Say which these are.</source>
        <translation>Стовпець «{column}» змішує суми: із десятковою комою {comma}, із десятковою крапкою {point}, обидва варіанти підходять для {either}, як-от {example}. Вкажіть, як читати ці.</translation>
    </message>
    <message>
        <source>{file} has no items with an order number that could be joined to the orders. Say which of its columns they are, or choose the file with the items.</source>
        <translation>{file} не має товарів із номером замовлення, за яким їх можна приєднати. Укажіть ці стовпці або виберіть файл із товарами.</translation>
    </message>
    <message>
        <source>{file}: items are left out, because the other file lacks their orders ({count}): {ids}.</source>
        <translation>{file}: пропущено товари замовлень, яких немає в іншому файлі ({count}): {ids}.</translation>
    </message>
    <message>
        <source>Entry {place} of the JSON has a text of more than {limit} characters. Shorten it.</source>
        <translation>Запис {place} у JSON має текст понад {limit} символів. Скоротіть його.</translation>
    </message>
    <message>
        <source>Only later entries have these, so they are not imported: {names} (first in row {row}).</source>
        <translation>Це є лише в пізніших записах, тому не імпортується: {names} (уперше в рядку {row}).</translation>
    </message>
    <message>
        <source>Without its number an order cannot be found again: every import would make it anew.</source>
        <translation>Без номера замовлення неможливо знайти знову: кожен імпорт створював би його заново.</translation>
    </message>
    <message>
        <source>It ties the order to one contact for good. Many shops use the e-mail or phone.</source>
        <translation>Він назавжди пов’язує замовлення з одним контактом. Багато магазинів беруть e-mail або телефон.</translation>
    </message>
    <message>
        <source>Yespo takes no order without a total.</source>
        <translation>Yespo не приймає замовлення без суми.</translation>
    </message>
    <message>
        <source>Yespo takes no order without a status. Only delivered ones count for RFM and revenue, and each status can start a workflow.</source>
        <translation>Yespo не приймає замовлення без статусу. Для RFM і доходу рахуються лише доставлені, а кожен статус може запустити сценарій.</translation>
    </message>
    <message>
        <source>Yespo takes no order without its date.</source>
        <translation>Yespo не приймає замовлення без дати.</translation>
    </message>
    <message>
        <source>Without a currency Yespo takes its account&apos;s own.</source>
        <translation>Без валюти Yespo бере валюту облікового запису.</translation>
    </message>
    <message>
        <source>Without e-mail and phone an order reaches no contact, and no message can be sent.</source>
        <translation>Без e-mail і телефону замовлення не дійде до контакту, і жодного повідомлення не надіслати.</translation>
    </message>
    <message>
        <source>Products are recognised by it in recommendations and reports.</source>
        <translation>За ним товари розпізнаються в рекомендаціях і звітах.</translation>
    </message>
    <message>
        <source>The product&apos;s name stands in the messages.</source>
        <translation>Назва товару показується в повідомленнях.</translation>
    </message>
    <message>
        <source>Yespo takes no item without a quantity.</source>
        <translation>Yespo не приймає товар без кількості.</translation>
    </message>
    <message>
        <source>The product&apos;s price stands in the messages.</source>
        <translation>Ціна товару показується в повідомленнях.</translation>
    </message>
    <message>
        <source>Messages about the order link the product with it.</source>
        <translation>За ним повідомлення про замовлення ведуть до товару.</translation>
    </message>
    <message>
        <source>Messages about the order show the product&apos;s picture with it.</source>
        <translation>За ним повідомлення про замовлення показують фото товару.</translation>
    </message>
    <message>
        <source>A link made from the product: put in your shop&apos;s address</source>
        <translation>Посилання, складене з коду товару: впишіть адресу свого магазину</translation>
    </message>
    <message>
        <source>The e-mail, or the phone where there is none</source>
        <translation>E-mail, а де його немає – телефон</translation>
    </message>
    <message>
        <source>The same as “{field}”</source>
        <translation>Те саме, що «{field}»</translation>
    </message>
    <message>
        <source>Add up the items, shipping and taxes, less the discount</source>
        <translation>Скласти товари, доставку й податки, відняти знижку</translation>
    </message>
    <message>
        <source>“{text}” for all orders</source>
        <translation>«{text}» для всіх замовлень</translation>
    </message>
    <message>
        <source>One value for all orders, or a template such as {example}</source>
        <translation>Одне значення для всіх замовлень або зразок, як-от {example}</translation>
    </message>
    <message>
        <source>Leave it out: check by the rule set “minimum”</source>
        <translation>Пропустити: перевіряти за набором правил «мінімум»</translation>
    </message>
    <message>
        <source>Send the orders without items: the rule set “no-items”</source>
        <translation>Надсилати замовлення без товарів: набір правил «без товарів»</translation>
    </message>
    <message>
        <source>The file has no products. Messages about an order show them; orders for statistics alone need none. If they stand in another file, add that.</source>
        <translation>У файлі немає товарів. Повідомлення про замовлення їх показують; замовленням лише для статистики вони не потрібні. Якщо вони в іншому файлі, додайте його.</translation>
    </message>
    <message>
        <source>The layout {file} is not JSON: at line and column {place} something is missing or too much.</source>
        <translation>Формат файлу {file} – не JSON: у рядку й стовпці {place} чогось бракує або щось зайве.</translation>
    </message>
    <message>
        <source>The layout {file}: “{part}” in “{key}” is not allowed. {hint}</source>
        <translation>Формат файлу {file}: «{part}» у «{key}» не дозволено. {hint}</translation>
    </message>
    <message>
        <source>Known are: {known}.</source>
        <translation>Відомі: {known}.</translation>
    </message>
    <message>
        <source>A header, a list of headers, or an object with one of: {known}.</source>
        <translation>Заголовок, список заголовків або об’єкт з одним із: {known}.</translation>
    </message>
    <message>
        <source>Names look like Europe/Kyiv.</source>
        <translation>Назви мають вигляд Europe/Kyiv.</translation>
    </message>
    <message>
        <source>The layout {file} is not complete: it needs “name”, “title”, “fingerprint”, “grouping” and “fields”, written as in the layouts that come with the program.</source>
        <translation>Формат файлу {file} неповний: потрібні «name», «title», «fingerprint», «grouping» і «fields», записані як у форматах, що постачаються з програмою.</translation>
    </message>
    <message>
        <source>The day comes first: {example} is {meant}</source>
        <translation>Спочатку день: {example} – це {meant}</translation>
    </message>
    <message>
        <source>The month comes first: {example} is {meant}</source>
        <translation>Спочатку місяць: {example} – це {meant}</translation>
    </message>
    <message>
        <source>The year comes first: {example} is {meant}</source>
        <translation>Спочатку рік: {example} – це {meant}</translation>
    </message>
    <message>
        <source>The comma is between thousands: {example} is {meant}</source>
        <translation>Кома відділяє тисячі: {example} – це {meant}</translation>
    </message>
    <message>
        <source>The point is between thousands: {example} is {meant}</source>
        <translation>Крапка відділяє тисячі: {example} – це {meant}</translation>
    </message>
    <message>
        <source>The point is before decimals: {example} is {meant}</source>
        <translation>Крапка відділяє дробову частину: {example} – це {meant}</translation>
    </message>
    <message>
        <source>The comma is before decimals: {example} is {meant}</source>
        <translation>Кома відділяє десяткові знаки: {example} – це {meant}</translation>
    </message>
    <message>
        <source>Column “{column}”: the day comes first. {only} dates fit only so, {either} such as {example} fit both.</source>
        <translation>Стовпець «{column}»: спочатку день. Дат, що читаються лише так: {only}; дат, як-от {example}, що читаються двояко: {either}.</translation>
    </message>
    <message>
        <source>Column “{column}”: the month comes first. {only} dates fit only so, {either} such as {example} fit both.</source>
        <translation>Стовпець «{column}»: спочатку місяць. Дат, що читаються лише так: {only}; дат, як-от {example}, що читаються двояко: {either}.</translation>
    </message>
    <message>
        <source>Column “{column}”: dates such as {example} begin with the year, for the days would all be the same.</source>
        <translation>Стовпець «{column}»: дати на зразок {example} починаються з року, бо інакше всі дні були б однакові.</translation>
    </message>
    <message>
        <source>Column “{column}”: this shop writes dates such as {example} so. No date of the column shows it.</source>
        <translation>Стовпець «{column}»: цей магазин пише дати, як-от {example}, саме так. Жодна дата стовпця цього не показує.</translation>
    </message>
    <message>
        <source>Column “{column}”: amounts such as {example} are thousands, the others have a decimal point.</source>
        <translation>Стовпець «{column}»: суми, як-от {example}, – це тисячі, решта має десяткову крапку.</translation>
    </message>
    <message>
        <source>Column “{column}”: amounts such as {example} have decimals, as the others show by their comma.</source>
        <translation>Стовпець «{column}»: суми, як-от {example}, мають десяткові знаки, як показує кома в решті.</translation>
    </message>
    <message>
        <source>Column “{column}”: amounts such as {example} are thousands, as the others show by their decimal comma.</source>
        <translation>Стовпець «{column}»: суми на зразок {example} – це тисячі, як видно з інших, що мають десяткову кому.</translation>
    </message>
    <message>
        <source>Orders are being sent. Stop sending first, then restore the backup.</source>
        <translation>Замовлення надсилаються. Спершу зупиніть надсилання, тоді відновіть резервну копію.</translation>
    </message>
    <message>
        <source>A look-up cannot tell here: all these customers had orders before, so Yespo knows them in any case.</source>
        <translation>Пошук тут не допоможе: усі ці клієнти мали замовлення раніше, тож Yespo знає їх у кожному разі.</translation>
    </message>
    <message>
        <source>Yespo knows all {asked} new customers that were looked up. The orders have probably arrived: mark them as accepted.</source>
        <translation>Yespo знає всіх нових клієнтів, яких шукали ({asked}). Замовлення, мабуть, дійшли: вважайте їх прийнятими.</translation>
    </message>
    <message>
        <source>Yespo knows none of {asked} new customers that were looked up. The orders have probably not arrived: send them again.</source>
        <translation>Yespo не знає жодного з нових клієнтів, яких шукали ({asked}). Замовлення, мабуть, не дійшли: надішліть їх ще раз.</translation>
    </message>
    <message>
        <source>Yespo knows {known} of {asked} new customers that were looked up. Some may be known from elsewhere; look at single orders in Yespo: Automation, Orders.</source>
        <translation>Із нових клієнтів, яких шукали ({asked}), Yespo знає {known}. Деякі можуть бути відомі з іншого джерела; перегляньте окремі замовлення в Yespo: Автоматизація, Замовлення.</translation>
    </message>
    <message>
        <source>“{field}” is not a field of this order that can be filled in.</source>
        <translation>«{field}» не є полем цього замовлення, яке можна заповнити.</translation>
    </message>
    <message>
        <source>The e-mail is not valid.</source>
        <translation>Хибний e-mail.</translation>
    </message>
    <message>
        <source>More than one e-mail in one place.</source>
        <translation>Кілька адрес e-mail в одному місці.</translation>
    </message>
    <message>
        <source>The e-mail has letters that are not Latin.</source>
        <translation>У e-mail є нелатинські літери.</translation>
    </message>
    <message>
        <source>No mail can reach this e-mail.</source>
        <translation>На цей e-mail не дійде жоден лист.</translation>
    </message>
    <message>
        <source>The e-mail looks like a slip of the keys.</source>
        <translation>E-mail схожий на описку.</translation>
    </message>
    <message>
        <source>The phone is not valid.</source>
        <translation>Хибний телефон.</translation>
    </message>
    <message>
        <source>The phone has too many or too few digits.</source>
        <translation>У телефоні забагато або замало цифр.</translation>
    </message>
    <message>
        <source>A spreadsheet has shortened the ID.</source>
        <translation>Електронна таблиця скоротила номер.</translation>
    </message>
    <message>
        <source>An error of the spreadsheet, not a value.</source>
        <translation>Помилка електронної таблиці, а не значення.</translation>
    </message>
    <message>
        <source>A spreadsheet has shortened the phone.</source>
        <translation>Електронна таблиця скоротила телефон.</translation>
    </message>
    <message>
        <source>More than one phone in one place.</source>
        <translation>Кілька телефонів в одному місці.</translation>
    </message>
    <message>
        <source>No such phone numbers are known.</source>
        <translation>Такі номери телефону невідомі.</translation>
    </message>
    <message>
        <source>Not an amount.</source>
        <translation>Це не сума.</translation>
    </message>
    <message>
        <source>A percentage where money is wanted.</source>
        <translation>Відсоток там, де потрібна сума грошей.</translation>
    </message>
    <message>
        <source>The amount may mean two things.</source>
        <translation>Суму можна прочитати двояко.</translation>
    </message>
    <message>
        <source>The amount may be thousands.</source>
        <translation>Сума може бути в тисячах.</translation>
    </message>
    <message>
        <source>The amount is too large.</source>
        <translation>Завелика сума.</translation>
    </message>
    <message>
        <source>The amount is below zero.</source>
        <translation>Сума менша за нуль.</translation>
    </message>
    <message>
        <source>Not a quantity.</source>
        <translation>Це не кількість.</translation>
    </message>
    <message>
        <source>The quantity may mean two things.</source>
        <translation>Кількість можна прочитати двояко.</translation>
    </message>
    <message>
        <source>The quantity is too large.</source>
        <translation>Завелика кількість.</translation>
    </message>
    <message>
        <source>The quantity is not above zero.</source>
        <translation>Кількість не більша за нуль.</translation>
    </message>
    <message>
        <source>The quantity is not a whole number.</source>
        <translation>Кількість не є цілим числом.</translation>
    </message>
    <message>
        <source>The items do not add up to the total.</source>
        <translation>Сума товарів не збігається із сумою замовлення.</translation>
    </message>
    <message>
        <source>The total fits only if each price is for one piece.</source>
        <translation>Сума сходиться, лише якщо ціна за одну штуку.</translation>
    </message>
    <message>
        <source>The total fits only if each price is for the whole line.</source>
        <translation>Сума сходиться, лише якщо ціна за весь рядок.</translation>
    </message>
    <message>
        <source>Not a date.</source>
        <translation>Це не дата.</translation>
    </message>
    <message>
        <source>The date may mean two days.</source>
        <translation>Дату можна прочитати двояко.</translation>
    </message>
    <message>
        <source>There is no such date.</source>
        <translation>Такої дати немає.</translation>
    </message>
    <message>
        <source>A spreadsheet&apos;s day number instead of a date.</source>
        <translation>Номер дня з електронної таблиці замість дати.</translation>
    </message>
    <message>
        <source>The date is in the future.</source>
        <translation>Дата в майбутньому.</translation>
    </message>
    <message>
        <source>The status is not known.</source>
        <translation>Невідомий статус.</translation>
    </message>
    <message>
        <source>The total is written with another currency&apos;s sign.</source>
        <translation>Суму записано зі знаком іншої валюти.</translation>
    </message>
    <message>
        <source>Not a currency code.</source>
        <translation>Це не код валюти.</translation>
    </message>
    <message>
        <source>The source will count as online.</source>
        <translation>Джерело вважатиметься онлайном.</translation>
    </message>
    <message>
        <source>Not a full link.</source>
        <translation>Неповне посилання.</translation>
    </message>
    <message>
        <source>Additional info without a name.</source>
        <translation>Додаткові дані без назви.</translation>
    </message>
    <message>
        <source>Additional info with one name twice.</source>
        <translation>Додаткові дані з однаковою назвою.</translation>
    </message>
    <message>
        <source>Another order has this ID.</source>
        <translation>Інше замовлення має цей номер.</translation>
    </message>
    <message>
        <source>The customer was forgotten here, as they asked.</source>
        <translation>Дані клієнта тут стерто на його прохання.</translation>
    </message>
    <message>
        <source>The customer has another e-mail elsewhere.</source>
        <translation>В інших замовленнях у цього клієнта інший e-mail.</translation>
    </message>
    <message>
        <source>The customer has another phone elsewhere.</source>
        <translation>В інших замовленнях у цього клієнта інший телефон.</translation>
    </message>
    <message>
        <source>The e-mail belongs to another customer elsewhere.</source>
        <translation>В інших замовленнях цей e-mail належить іншому клієнтові.</translation>
    </message>
    <message>
        <source>The phone belongs to another customer elsewhere.</source>
        <translation>В інших замовленнях цей телефон належить іншому клієнтові.</translation>
    </message>
    <message>
        <source>Rows of one order disagree.</source>
        <translation>Рядки одного замовлення не збігаються.</translation>
    </message>
    <message>
        <source>One number, but perhaps two orders.</source>
        <translation>Один номер, але, можливо, два замовлення.</translation>
    </message>
    <message>
        <source>One number, but orders of two shops.</source>
        <translation>Один номер, але замовлення двох магазинів.</translation>
    </message>
    <message>
        <source>Letters that cannot be written were taken out.</source>
        <translation>Вилучено знаки, які неможливо записати.</translation>
    </message>
    <message>
        <source>Rows with more cells than the header.</source>
        <translation>Рядки, де більше клітинок, ніж у заголовку.</translation>
    </message>
    <message>
        <source>Amounts whose decimals stood in a cell of their own.</source>
        <translation>Суми, копійки яких стояли в окремій клітинці.</translation>
    </message>
    <message>
        <source>Fields that Yespo does not have.</source>
        <translation>Поля, яких Yespo не має.</translation>
    </message>
    <message>
        <source>Missing, and needed for sending.</source>
        <translation>Немає, а без цього не надіслати.</translation>
    </message>
    <message>
        <source>Give the profile a name.</source>
        <translation>Дайте профілю назву.</translation>
    </message>
    <message>
        <source>Several import profiles are named “{profile}”: say the id of one.</source>
        <translation>Кілька профілів імпорту мають назву «{profile}»: вкажіть id одного з них.</translation>
    </message>
    <message>
        <source>There is no import profile {profile}.</source>
        <translation>Немає профілю імпорту {profile}.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({why}). Choose another folder.</source>
        <translation>{file} не вдається записати ({why}). Виберіть іншу теку.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Зміна</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Виправлення</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Заповнення</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заміна</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Вилучення з імпорту</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Додавання до імпорту</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>There is no group of findings named “{key}”.</source>
        <translation>Немає групи зауважень «{key}».</translation>
    </message>
    <message>
        <source>This time is over. Choose a later one, or send now.</source>
        <translation>Цей час уже минув. Виберіть пізніший або надішліть зараз.</translation>
    </message>
    <message>
        <source>“{value}” is not a time. Write 09:00 or 2026-12-24 09:00.</source>
        <translation>«{value}» не є часом. Запишіть 09:00 або 2026-12-24 09:00.</translation>
    </message>
    <message>
        <source>Say what is to be found.</source>
        <translation>Вкажіть, що шукати.</translation>
    </message>
    <message>
        <source>{file} is the file that is imported. Choose another name.</source>
        <translation>{file} – це файл, який імпортують. Виберіть іншу назву.</translation>
    </message>
    <message>
        <source>Before that, {event} was raised at {at}.</source>
        <translation>До того {at} було створено {event}.</translation>
    </message>
    <message>
        <source>No message: Yespo refused revision {number}, so no event was raised. {reason}</source>
        <translation>Повідомлення немає: Yespo відхилив редакцію {number}, тому подію не створено. {reason}</translation>
    </message>
    <message>
        <source>No message: Yespo refused revision {number} without saying why, so no event was raised.</source>
        <translation>Повідомлення немає: Yespo відхилив редакцію {number} без пояснення, тому подію не створено.</translation>
    </message>
    <message>
        <source>Nobody knows yet: revision {number} was sent at {at}, but no answer came that proves its arrival. Look for {event} in Yespo, Automation → Event history, then send it again or mark it as accepted.</source>
        <translation>Поки невідомо: редакцію {number} надіслано {at}, але відповіді, що доводить її отримання, немає. Пошукайте {event} у Yespo, Автоматизація → Історія подій, потім надішліть ще раз або позначте як прийняте.</translation>
    </message>
    <message>
        <source>Not yet: revision {number} is on its way to {account} at this moment.</source>
        <translation>Ще ні: редакція {number} саме зараз надсилається на {account}.</translation>
    </message>
    <message>
        <source>No message: revision {number} is held back and is not sent until somebody releases it. {reason}</source>
        <translation>Повідомлення немає: редакцію {number} затримано, і вона не надсилається, доки її не відпустять. {reason}</translation>
    </message>
    <message>
        <source>No message: revision {number} waits in the outbox, because {account} is stopped. {stop}</source>
        <translation>Повідомлення немає: редакція {number} чекає у вихідних, бо {account} зупинено. {stop}</translation>
    </message>
    <message>
        <source>No message: revision {number} waits in the outbox, and there is no account to send it to.</source>
        <translation>Повідомлення немає: редакція {number} чекає у вихідних, але немає облікового запису, на який її надіслати.</translation>
    </message>
    <message>
        <source>Not yet: revision {number} waits in the outbox and is not sent before {due}.</source>
        <translation>Ще ні: редакція {number} чекає у вихідних і не буде надіслана раніше, ніж {due}.</translation>
    </message>
    <message>
        <source>Not yet: revision {number} waits in the outbox since {at}. Send the outbox.</source>
        <translation>Ще ні: редакція {number} чекає у вихідних від {at}. Надішліть вихідні.</translation>
    </message>
    <message>
        <source>Not known any more: {event} was raised at {at}, and the customer was erased here on {erased}.</source>
        <translation>Уже невідомо: {event} створено {at}, а дані клієнта тут стерто {erased}.</translation>
    </message>
    <message>
        <source>No message can come: {event} was raised at {at}, but the order has no e-mail, no phone and no customer ID, so it belongs to no contact.</source>
        <translation>Повідомлення не надійде: {event} створено {at}, але замовлення не має ні e-mail, ні телефону, ні ID клієнта, тож не належить жодному контакту.</translation>
    </message>
    <message>
        <source>{event} was raised at {at} for {who}. The order has no e-mail and no phone: a message came only if the contact with this ID has one.</source>
        <translation>{event} створено {at} для {who}. Замовлення не має ні e-mail, ні телефону: повідомлення надійшло, лише якщо їх має контакт із цим ID.</translation>
    </message>
    <message>
        <source>Nobody knows for certain: revision {number} was marked as accepted by hand; Yespo&apos;s answer never came. Look for {event} in Yespo, Automation → Event history.</source>
        <translation>Напевно невідомо: редакцію {number} позначено як прийняту вручну; відповідь Yespo не надійшла. Пошукайте {event} у Yespo, Автоматизація → Історія подій.</translation>
    </message>
    <message>
        <source>No message: {event} was raised at {at}, but {account} is a sandbox, which writes to nobody.</source>
        <translation>Повідомлення немає: {event} створено {at}, але {account} – це пісочниця, яка нікому не пише.</translation>
    </message>
    <message>
        <source>{event} was raised at {at} for {who}, perhaps twice, because an earlier sending stayed without an answer. If no message came, see in Yespo whether a workflow starts with {event} and whether the contact may be written to.</source>
        <translation>{event} створено {at} для {who}, можливо, двічі, бо попереднє надсилання лишилося без відповіді. Якщо повідомлення не надійшло, перевірте в Yespo, чи починається сценарій з {event} і чи можна писати цьому контакту.</translation>
    </message>
    <message>
        <source>Yespo accepted revision {number} at {at} and raised {event} for {who}. If no message came, see in Yespo whether a workflow starts with {event} and whether the contact may be written to.</source>
        <translation>Yespo прийняв редакцію {number} {at} і створив {event} для {who}. Якщо повідомлення не надійшло, перевірте в Yespo, чи починається сценарій з {event} і чи можна писати цьому контакту.</translation>
    </message>
    <message>
        <source>No message: the order was deleted here before it was sent.</source>
        <translation>Повідомлення немає: замовлення тут видалено до надсилання.</translation>
    </message>
    <message>
        <source>No message: the order was never sent. It has errors ({errors}); correct them in the form.</source>
        <translation>Повідомлення немає: замовлення не надсилали. У ньому є помилки ({errors}); виправте їх у формі.</translation>
    </message>
    <message>
        <source>No message: what was in the outbox was taken back or replaced before it was sent.</source>
        <translation>Повідомлення немає: те, що було у вихідних, забрали або замінили до надсилання.</translation>
    </message>
    <message>
        <source>No message: the order was never put in the outbox. An event is raised only when it is sent.</source>
        <translation>Повідомлення немає: замовлення не клали до вихідних. Подія створюється лише після надсилання.</translation>
    </message>
    <message>
        <source>Its status was changed since: {event} is raised only when the order is sent again.</source>
        <translation>Відтоді статус змінено: {event} буде створено, лише коли замовлення надішлють знову.</translation>
    </message>
    <message>
        <source>It was changed after revision {number}; Yespo does not know of that until it is sent again.</source>
        <translation>Його змінено після редакції {number}; Yespo не знатиме про це, доки замовлення не надішлють знову.</translation>
    </message>
    <message>
        <source>left out by you: {text}</source>
        <translation>пропущено вами: {text}</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>Експорт зупинено; файл не створено.</translation>
    </message>
    <message>
        <source>not known: Yespo numbers orders itself and does not tell us</source>
        <translation>невідомо: Yespo сам нумерує замовлення й не повідомляє номер</translation>
    </message>
    <message>
        <source>not known: ask the account for the contact</source>
        <translation>невідомо: запитайте контакт в облікового запису</translation>
    </message>
    <message>
        <source>none: the order had no e-mail</source>
        <translation>немає: у замовленні не було e-mail</translation>
    </message>
    <message>
        <source>none: the order had no phone</source>
        <translation>немає: у замовленні не було телефону</translation>
    </message>
    <message>
        <source>not known any more: the customer was erased here on {day}</source>
        <translation>уже невідомо: дані клієнта тут стерто {day}</translation>
    </message>
    <message>
        <source>A support bundle has room for {most} orders. Choose the ones that matter.</source>
        <translation>У пакеті для підтримки вміщається {most} замовлень. Виберіть потрібні.</translation>
    </message>
    <message>
        <source>{file} must end with .zip: a support bundle is a zip file.</source>
        <translation>Назва {file} має закінчуватися на .zip: пакет для підтримки – це zip-файл.</translation>
    </message>
    <message>
        <source>There is no batch {batch}.</source>
        <translation>Пакета {batch} немає.</translation>
    </message>
    <message>
        <source>Customers cannot be sorted by {sort}.</source>
        <translation>Клієнтів не можна впорядкувати за {sort}.</translation>
    </message>
    <message>
        <source>The history cannot be sorted by {sort}.</source>
        <translation>Історію не можна впорядкувати за {sort}.</translation>
    </message>
    <message>
        <source>--deletions lists them all; only --limit goes with it.</source>
        <translation>--deletions показує їх усі; разом із ним можна вказати лише --limit.</translation>
    </message>
    <message>
        <source>Say either the IDs of orders, or --from and --to.</source>
        <translation>Вкажіть або номери замовлень, або --from і --to.</translation>
    </message>
    <message>
        <source>Nothing was sent from here as {ids}. Say --unknown-too to ask for it all the same.</source>
        <translation>Звідси нічого не надсилали як {ids}. Щоб усе одно попросити, додайте --unknown-too.</translation>
    </message>
    <message>
        <source>{file} cannot be read as text.</source>
        <translation>{file} неможливо прочитати як текст.</translation>
    </message>
    <message>
        <source>“{value}” is not a time. Write 2026-11-01 or 2026-11-01T09:00.</source>
        <translation>«{value}» – це не час. Пишіть 2026-11-01 або 2026-11-01T09:00.</translation>
    </message>
    <message>
        <source>Erasing cannot be undone, and Yespo keeps its own copy. Say --yes as well if you mean it.</source>
        <translation>Стирання не можна скасувати, а Yespo має власну копію. Додайте --yes, якщо справді цього хочете.</translation>
    </message>
    <message>
        <source>At most {days} days can be asked for at once.</source>
        <translation>За один раз можна запитати щонайбільше {days} днів.</translation>
    </message>
    <message>
        <source>{file} must end with .json or .csv.</source>
        <translation>Назва {file} має закінчуватися на .json або .csv.</translation>
    </message>
    <message>
        <source>Say who: the customer ID, the e-mail or the phone.</source>
        <translation>Вкажіть, хто: ID клієнта, e-mail або телефон.</translation>
    </message>
    <message>
        <source>{file} is no longer where it was imported from. Put it back there, then try again.</source>
        <translation>{file} більше немає там, звідки його імпортували. Поверніть його на місце і спробуйте знову.</translation>
    </message>
    <message>
        <source>{file} is another file now than the one that was imported, so its rows cannot be told.</source>
        <translation>{file} – тепер інший файл, ніж імпортований, тож його рядки визначити не можна.</translation>
    </message>
    <message>
        <source>These orders wait in the outbox or are unconfirmed: {orders}. Withdraw them, or decide about them, then erase. Nothing was changed.</source>
        <translation>Ці замовлення чекають у вихідних або непідтверджені: {orders}. Заберіть їх або вирішіть, що з ними робити, а потім стирайте. Нічого не змінено.</translation>
    </message>
    <message>
        <source>{order} was changed meanwhile. Choose it in the list again to see it as it is.</source>
        <translation>{order} тим часом змінили. Виберіть його у списку ще раз, щоб побачити, яке воно зараз.</translation>
    </message>
    <message>
        <source>One of these orders is not here any more.</source>
        <translation>Одного з цих замовлень тут уже немає.</translation>
    </message>
    <message>
        <source>{order} may or may not have arrived. Decide about it first, then merge.</source>
        <translation>Чи дійшло {order}, невідомо. Спершу вирішіть щодо нього, потім об’єднуйте.</translation>
    </message>
    <message>
        <source>{order} is in the outbox. Withdraw it first, then merge.</source>
        <translation>{order} – у вихідних. Спершу заберіть його звідти, потім об’єднуйте.</translation>
    </message>
    <message>
        <source>In the outbox. Withdraw it first.</source>
        <translation>У вихідних. Спершу заберіть його звідти.</translation>
    </message>
    <message>
        <source>Being sent right now.</source>
        <translation>Саме надсилається.</translation>
    </message>
    <message>
        <source>May or may not have arrived. Decide about it first.</source>
        <translation>Чи дійшло, невідомо. Спершу вирішіть щодо нього.</translation>
    </message>
    <message>
        <source>Sent already.</source>
        <translation>Уже надіслано.</translation>
    </message>
    <message>
        <source>Has these values already.</source>
        <translation>Уже має ці значення.</translation>
    </message>
    <message>
        <source>Deleted meanwhile.</source>
        <translation>Тим часом видалено.</translation>
    </message>
    <message>
        <source>{file} has no column “{column}”. It has: {columns}.</source>
        <translation>{file} не має стовпця «{column}». Є такі: {columns}.</translation>
    </message>
    <message>
        <source>{file} was not imported: the part of the program that reads it has ended. Import it again; if it happens once more, close other programs first.</source>
        <translation>{file} не імпортовано: частина програми, що читала файл, зупинилася. Імпортуйте ще раз; якщо це повториться, спершу закрийте інші програми.</translation>
    </message>
    <message>
        <source>The items stood in a second file, {file}: name this time&apos;s with --items FILE, or say --no-items.</source>
        <translation>Товари були в другому файлі, {file}: укажіть цьогоразовий через --items FILE або додайте --no-items.</translation>
    </message>
    <message>
        <source>The items stood in a second file, {file}: name this time&apos;s with --items FILE ({proposed} beside it fits), or say --no-items.</source>
        <translation>Товари були в другому файлі, {file}: укажіть цьогоразовий через --items FILE (поруч підходить {proposed}) або додайте --no-items.</translation>
    </message>
    <message>
        <source>Say --send-again or --accepted; without any of it, resolve tells what is in doubt.</source>
        <translation>Укажіть --send-again або --accepted; без них resolve показує, що є сумнівним.</translation>
    </message>
    <message>
        <source>Say either --all, --batch or the IDs of orders.</source>
        <translation>Укажіть --all, --batch або номери замовлень.</translation>
    </message>
    <message>
        <source>Nothing of batch {batch} is in doubt.</source>
        <translation>У пакеті {batch} немає нічого сумнівного.</translation>
    </message>
    <message>
        <source>Name the order whose request is wanted.</source>
        <translation>Назвіть замовлення, запит якого показати.</translation>
    </message>
    <message>
        <source>Nothing was sent as {ids}.</source>
        <translation>Як {ids} нічого не надсилали.</translation>
    </message>
    <message>
        <source>Name the order whose story is wanted.</source>
        <translation>Назвіть замовлення, історію якого показати.</translation>
    </message>
    <message>
        <source>{low} … {high} of {options} is no range.</source>
        <translation>{low} … {high} у {options} – не проміжок.</translation>
    </message>
    <message>
        <source>There is no backup {file}.</source>
        <translation>Резервної копії {file} немає.</translation>
    </message>
    <message>
        <source>customer ID</source>
        <translation>ID клієнта</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>No order that arrived and no card here has this customer ID, e-mail or phone.</source>
        <translation>Такого ID клієнта, e-mail чи телефону немає ні в прийнятих замовленнях, ні в картках.</translation>
    </message>
    <message>
        <source>Neither an e-mail nor a phone.</source>
        <translation>Немає ні e-mail, ні телефону.</translation>
    </message>
    <message>
        <source>Customer ID {customer} was sent with {known} before: the order goes there, not to {email}.</source>
        <translation>ID клієнта {customer} раніше надсилали з {known}: замовлення потрапить туди, а не до {email}.</translation>
    </message>
    <message>
        <source>Dated {date}.</source>
        <translation>Дата: {date}.</translation>
    </message>
    <message>
        <source>An abandoned cart; web tracking finds them itself.</source>
        <translation>Покинутий кошик; вебтрекінг знаходить їх сам.</translation>
    </message>
    <message>
        <source>Order {order} of {date} came after this cart, with the same {field}.</source>
        <translation>Після цього кошика було замовлення {order} від {date}; збігається {field}.</translation>
    </message>
    <message>
        <source>It was sent with this status before and may have arrived.</source>
        <translation>Його вже надсилали з цим статусом, і воно могло дійти.</translation>
    </message>
    <message>
        <source>Name the order whose revisions are compared.</source>
        <translation>Назвіть замовлення, редакції якого порівняти.</translation>
    </message>
    <message>
        <source>{order} has no revision {number}. It has: {known}.</source>
        <translation>У {order} немає редакції {number}. Є: {known}.</translation>
    </message>
    <message>
        <source>Row {row} looks like an order ({text}), so this file is read as one without headers: its columns are called A, B, C … If that row is the header, say so.</source>
        <translation>Рядок {row} схожий на замовлення ({text}), тому файл прочитано як такий, що не має заголовків: його стовпці названо A, B, C … Якщо цей рядок і є заголовком, вкажіть це.</translation>
    </message>
    <message>
        <source>{file}: no column was recognised as the order number. Say which one it is, choose a layout, or make the number by a pattern of other columns.</source>
        <translation>{file}: жоден стовпець не розпізнано як номер замовлення. Вкажіть його, виберіть формат або складіть номер за шаблоном з інших стовпців.</translation>
    </message>
    <message>
        <source>Times without a time zone are read as those of {zone}.</source>
        <translation>Час без часового поясу прочитано за поясом {zone}.</translation>
    </message>
    <message>
        <source>says the same of its order as row {row}</source>
        <translation>повторює рядок {row} того самого замовлення</translation>
    </message>
    <message>
        <source>Another table stands in columns {columns} ({titles}), beside the orders in {ours}, and is not imported here. To import it, or all columns as one table, choose so.</source>
        <translation>У стовпцях {columns} стоїть інша таблиця ({titles}), поруч із замовленнями в {ours}; її не імпортовано. Щоб імпортувати її або всі стовпці як одну таблицю, виберіть це.</translation>
    </message>
    <message>
        <source>Only the table in columns {ours} is read, as you chose.</source>
        <translation>Прочитано лише таблицю у стовпцях {ours}, як ви вибрали.</translation>
    </message>
    <message>
        <source>belongs to the table in columns {columns}</source>
        <translation>належить до таблиці у стовпцях {columns}</translation>
    </message>
    <message>
        <source>“{columns}” names no columns. Say the first and the last one of the table, as A:F.</source>
        <translation>«{columns}» не називає стовпців. Укажіть перший і останній стовпець таблиці, наприклад A:F.</translation>
    </message>
    <message>
        <source>From row {row} on, cells are not what their columns hold above ({columns}): perhaps another export was put below, without its header. Import that part as a file of its own.</source>
        <translation>З рядка {row} у клітинках не те, що в цих стовпцях вище ({columns}): мабуть, знизу додано інше вивантаження без заголовка. Імпортуйте цю частину окремим файлом.</translation>
    </message>
    <message>
        <source>From row {row} on, rows have {other} cells and not {count}: perhaps another export was put below, without its header. Import that part as a file of its own.</source>
        <translation>З рядка {row} у рядках {other} клітинок, а не {count}: мабуть, знизу додано інше вивантаження без заголовка. Імпортуйте цю частину окремим файлом.</translation>
    </message>
    <message>
        <source>From row {row} on at the latest, cells are not what their columns hold above ({columns}): perhaps another export was put below, without its header. Import that part as a file of its own.</source>
        <translation>Найпізніше від рядка {row} у клітинках не те, що в їхніх стовпцях вище ({columns}): мабуть, нижче додано інший експорт без його заголовків. Імпортуйте ту частину окремим файлом.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}” may hold the items of these orders. To join them, choose this workbook once more as the file with the items.</source>
        <translation>Аркуш «{sheet}», можливо, містить товари цих замовлень. Щоб їх об’єднати, виберіть цю книгу ще раз як файл із товарами.</translation>
    </message>
    <message>
        <source>The items of the orders come from sheet “{sheet}”.</source>
        <translation>Товари замовлень узято з аркуша «{sheet}».</translation>
    </message>
    <message>
        <source>Letters of this file were saved in a wrong encoding: “{example}” may be “{meant}” ({count} such cells in its first rows). They are left so, unless you have them put right.</source>
        <translation>Літери цього файлу збережено в неправильному кодуванні: «{example}» – це, мабуть, «{meant}» (таких клітинок у перших рядках: {count}). Їх залишено як є, доки ви не скажете їх виправити.</translation>
    </message>
    <message>
        <source>From row {row} on, letters were saved in a wrong encoding: “{example}” may be “{meant}”. They are left so, unless you import the file again and have them put right.</source>
        <translation>Від рядка {row} літери збережено в неправильному кодуванні: «{example}» – це, мабуть, «{meant}». Їх залишено як є, доки ви не імпортуєте файл знову й не скажете їх виправити.</translation>
    </message>
    <message>
        <source>Letters that were saved in a wrong encoding are put right, as you chose: “{example}” is “{meant}”.</source>
        <translation>Літери, збережені в неправильному кодуванні, виправлено, як ви вибрали: «{example}» – це «{meant}».</translation>
    </message>
    <message>
        <source>No letters of this file seem to be wrong: nothing was put right.</source>
        <translation>У цьому файлі немає літер, схожих на неправильні: нічого не виправлено.</translation>
    </message>
    <message>
        <source>From row {row} on, the columns stand in another order, as the header there says, and are read so.</source>
        <translation>Від рядка {row} стовпці стоять в іншому порядку, як каже заголовок там, і прочитано їх так.</translation>
    </message>
    <message>
        <source>The header in row {row} has columns that the first one lacks; they are not imported: {columns}.</source>
        <translation>У заголовку в рядку {row} є стовпці, яких немає в першому; їх не імпортовано: {columns}.</translation>
    </message>
    <message>
        <source>It was deleted.</source>
        <translation>Його видалено.</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>English Ukrainian</source>
        <translation>English українська англійська</translation>
    </message>
    <message>
        <source>theme light dark colours</source>
        <translation>тема світла темна кольори</translation>
    </message>
    <message>
        <source>sending question confirm</source>
        <translation>надсилання запитання підтвердження</translation>
    </message>
    <message>
        <source>rules required fields full minimum without items</source>
        <translation>правила обов’язкові поля повні мінімум без товарів</translation>
    </message>
    <message>
        <source>time zone timezone</source>
        <translation>часовий пояс зона</translation>
    </message>
    <message>
        <source>region country</source>
        <translation>регіон країна</translation>
    </message>
    <message>
        <source>cost basis one piece whole line</source>
        <translation>ціна за одиницю за весь рядок</translation>
    </message>
    <message>
        <source>API key address connection Yespo policy</source>
        <translation>ключ API адреса з’єднання Yespo політика</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Сторінки налаштувань</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Загальні</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Облікові записи</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Клавіатурні скорочення</translation>
    </message>
    <message>
        <source>Go to a folder</source>
        <translation>Перейти до теки</translation>
    </message>
    <message>
        <source>Imports, event history, customers, insights</source>
        <translation>Імпорти, історія подій, клієнти, аналітика</translation>
    </message>
    <message>
        <source>Edit the cell in place</source>
        <translation>Змінити клітинку на місці</translation>
    </message>
    <message>
        <source>Open the form of the order</source>
        <translation>Відкрити форму замовлення</translation>
    </message>
    <message>
        <source>First, last row</source>
        <translation>Перший, останній рядок</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Вибрати все</translation>
    </message>
    <message>
        <source>Close a message or the search</source>
        <translation>Закрити повідомлення або пошук</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>У списках</translation>
    </message>
    <message>
        <source>Only this batch, only this sending run</source>
        <translation>Лише цей пакет, лише це надсилання</translation>
    </message>
    <message>
        <source>Only this event key, only this contact</source>
        <translation>Лише цей ключ події, лише цей контакт</translation>
    </message>
    <message>
        <source>Copy the event key</source>
        <translation>Копіювати ключ події</translation>
    </message>
    <message>
        <source>In JSON: copy the request as curl, mask people</source>
        <translation>У JSON: скопіювати запит як curl, приховати людей</translation>
    </message>
    <message>
        <source>In the event history</source>
        <translation>В історії подій</translation>
    </message>
    <message>
        <source>Next cell of the items; behind the last, a new item</source>
        <translation>Наступна клітинка товарів; після останньої – новий товар</translation>
    </message>
    <message>
        <source>Copy the item</source>
        <translation>Скопіювати товар</translation>
    </message>
    <message>
        <source>Move the item up or down</source>
        <translation>Пересунути товар вище або нижче</translation>
    </message>
    <message>
        <source>Remove the item</source>
        <translation>Вилучити товар</translation>
    </message>
    <message>
        <source>Open the calendar or a list</source>
        <translation>Відкрити календар або список</translation>
    </message>
    <message>
        <source>In the form</source>
        <translation>У формі</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Older JSON</source>
        <translation>Старіший JSON</translation>
    </message>
    <message>
        <source>Newer JSON</source>
        <translation>Новіший JSON</translation>
    </message>
</context>
<context>
    <name>SimilarLine</name>
    <message>
        <source>No exact match for “{text}”. Similar: {words}</source>
        <translation>Точного збігу з «{text}» немає. Схожі: {words}</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Which orders do you want to import?</source>
        <translation>Які замовлення ви хочете імпортувати?</translation>
    </message>
    <message>
        <source>CSV, Excel, OpenDocument or JSON. Exports of Shopify, WooCommerce, Etsy, Prom and others are recognised.</source>
        <translation>CSV, Excel, OpenDocument або JSON. Розпізнаються експорти Shopify, WooCommerce, Etsy, Prom та інших.</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Вибрати &amp;файл…</translation>
    </message>
    <message>
        <source>or drop it here</source>
        <translation>або перетягніть його сюди</translation>
    </message>
    <message>
        <source>A table copied from a spreadsheet, with its header, or JSON</source>
        <translation>Таблиця, скопійована з електронної таблиці разом із заголовком, або JSON</translation>
    </message>
    <message>
        <source>Or &amp;paste the orders</source>
        <translation>Або &amp;вставте замовлення</translation>
    </message>
    <message>
        <source>&amp;Use this text</source>
        <translation>Прочитати цей &amp;текст</translation>
    </message>
    <message>
        <source>&amp;Saved columns…</source>
        <translation>З&amp;бережені стовпці…</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Усі файли</translation>
    </message>
    <message>
        <source>Choose a file with orders</source>
        <translation>Виберіть файл із замовленнями</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Draft</source>
        <translation>Чернетка</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готове</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>У черзі</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Надсилається</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Прийнято</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Відхилено</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Непідтверджене</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Замінено</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Притримано</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Повернуто</translation>
    </message>
</context>
<context>
    <name>StateHint</name>
    <message>
        <source>Not finished: something is missing or wrong.</source>
        <translation>Не завершено: чогось бракує або щось не так.</translation>
    </message>
    <message>
        <source>Waits in the outbox for the next send.</source>
        <translation>Чекає у вихідних на наступне надсилання.</translation>
    </message>
    <message>
        <source>Is being sent at this moment.</source>
        <translation>Надсилається саме зараз.</translation>
    </message>
    <message>
        <source>The server has taken it and raised its event.</source>
        <translation>Сервер прийняв його та створив подію.</translation>
    </message>
    <message>
        <source>Checked and complete. Put it in the outbox to have it sent.</source>
        <translation>Перевірено й заповнено. Покладіть до вихідних, щоб надіслати.</translation>
    </message>
    <message>
        <source>The server has refused it; the order says why.</source>
        <translation>Сервер відхилив його; причину названо в самому замовленні.</translation>
    </message>
    <message>
        <source>It was sent, but nobody knows whether it arrived. You decide.</source>
        <translation>Його надіслано, але ніхто не знає, чи воно дійшло. Вирішуйте ви.</translation>
    </message>
    <message>
        <source>A newer revision took its place before it was sent.</source>
        <translation>Новіша редакція зайняла його місце до надсилання.</translation>
    </message>
    <message>
        <source>Kept back until you release it.</source>
        <translation>Притримано, доки ви не відпустите.</translation>
    </message>
    <message>
        <source>Taken back from the outbox before it was sent.</source>
        <translation>Забрано з вихідних до надсилання.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>New</source>
        <translation>Нове</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Виконується</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Доставлено</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Скасовано</translation>
    </message>
    <message>
        <source>Abandoned cart</source>
        <translation>Покинутий кошик</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Account</source>
        <translation>Обліковий запис</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>ПІСОЧНИЦЯ</translation>
    </message>
    <message>
        <source>A practice account on this computer: nothing reaches real customers.</source>
        <translation>Навчальний обліковий запис на цьому комп’ютері: справжні клієнти нічого не отримають.</translation>
    </message>
    <message>
        <source>Planned sending</source>
        <translation>Заплановане надсилання</translation>
    </message>
    <message>
        <source>Change the planned time, or do not send then</source>
        <translation>Змінити запланований час або не надсилати</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>The last run does not add up: see the sending reports</source>
        <translation>Останнє надсилання не сходиться: див. звіти про надсилання</translation>
    </message>
    <message>
        <source>The balance does not close</source>
        <translation>Баланс не сходиться</translation>
    </message>
    <message>
        <source>Sending progress</source>
        <translation>Перебіг надсилання</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Cancel what is running</source>
        <translation>Скасувати поточну дію</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Облікового запису ще немає</translation>
    </message>
    <message>
        <source>Connect an account to send orders (settings)</source>
        <translation>Під’єднати обліковий запис, щоб надсилати замовлення (налаштування)</translation>
    </message>
    <message>
        <source>{name} – stopped</source>
        <translation>{name} – зупинено</translation>
    </message>
    <message numerus="yes">
        <source>%n in the outbox</source>
        <translation>
            <numerusform>%n у вихідних</numerusform>
            <numerusform>%n у вихідних</numerusform>
            <numerusform>%n у вихідних</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation>Вихідні порожні</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>З’єднання…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} з {total}</translation>
    </message>
    <message>
        <source>Paused – {sent}</source>
        <translation>Призупинено – {sent}</translation>
    </message>
    <message>
        <source>No connection, trying again – {sent}</source>
        <translation>Немає зв’язку, нова спроба – {sent}</translation>
    </message>
    <message>
        <source>Waiting – {sent}</source>
        <translation>Очікування – {sent}</translation>
    </message>
    <message>
        <source>Waiting until {time} – {sent}</source>
        <translation>Очікування до {time} – {sent}</translation>
    </message>
    <message>
        <source>Sending {sent}</source>
        <translation>Надсилання {sent}</translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n відхилене</numerusform>
            <numerusform>%n відхилені</numerusform>
            <numerusform>%n відхилених</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation>
            <numerusform>%n непідтверджене</numerusform>
            <numerusform>%n непідтверджені</numerusform>
            <numerusform>%n непідтверджених</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} на секунду</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>лишилося {time}</translation>
    </message>
    <message>
        <source>{selected} of {total} selected</source>
        <translation>вибрано {selected} з {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлень</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusChart</name>
    <message>
        <source>Orders by status over time</source>
        <translation>Замовлення за статусом у часі</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлення</numerusform>
            <numerusform>%n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>No orders in this time.</source>
        <translation>За цей час замовлень немає.</translation>
    </message>
</context>
<context>
    <name>StatusDialog</name>
    <message>
        <source>Send a new status</source>
        <translation>Надіслати новий статус</translation>
    </message>
    <message numerus="yes">
        <source>A new status for %n order(s)</source>
        <translation>
            <numerusform>Новий статус для %n замовлення</numerusform>
            <numerusform>Новий статус для %n замовлень</numerusform>
            <numerusform>Новий статус для %n замовлень</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Set and put in the outbox</source>
        <translation>Змінити й покласти до вихідних</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have this status already and stay as they are.</source>
        <translation>
            <numerusform>%n замовлення вже має цей статус і лишається як є.</numerusform>
            <numerusform>%n замовлення вже мають цей статус і лишаються як є.</numerusform>
            <numerusform>%n замовлень вже мають цей статус і лишаються як є.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have no e-mail or phone: no message.</source>
        <translation>
            <numerusform>%n замовлення не має e-mail чи телефону: повідомлення не буде.</numerusform>
            <numerusform>%n замовлення не мають e-mail чи телефону: повідомлень не буде.</numerusform>
            <numerusform>%n замовлень не мають e-mail чи телефону: повідомлень не буде.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are more than a month old.</source>
        <translation>
            <numerusform>%n замовленню понад місяць.</numerusform>
            <numerusform>%n замовленням понад місяць.</numerusform>
            <numerusform>%n замовленням понад місяць.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each event can start a workflow that writes to the customer. Nothing is sent yet.</source>
        <translation>Кожна подія може запустити сценарій, який напише клієнту. Поки що нічого не надіслано.</translation>
    </message>
</context>
<context>
    <name>StatusEditor</name>
    <message>
        <source>{word}: when accepted, Yespo raises the event {event}.</source>
        <translation>{word}: коли замовлення прийнято, Yespo створює подію {event}.</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>At a glance</source>
        <translation>Коротко</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Продажі</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Дохід</translation>
    </message>
    <message>
        <source>Average check</source>
        <translation>Середній чек</translation>
    </message>
    <message>
        <source>Customers with a sale</source>
        <translation>Покупці</translation>
    </message>
    <message>
        <source>Without e-mail</source>
        <translation>Без e-mail</translation>
    </message>
    <message>
        <source>Without phone</source>
        <translation>Без телефону</translation>
    </message>
    <message>
        <source>Without customer ID</source>
        <translation>Без ID клієнта</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>Не можна зв’язатися</translation>
    </message>
    <message>
        <source>Enter or a click shows these orders.</source>
        <translation>Enter або клацання показує ці замовлення.</translation>
    </message>
    <message>
        <source>Sales in {currency}</source>
        <translation>Продажі, {currency}</translation>
    </message>
    <message>
        <source>In every currency. Enter or a click shows their delivered orders.</source>
        <translation>У кожній валюті. Enter або клацання показує їхні доставлені замовлення.</translation>
    </message>
    <message>
        <source>{number} of {orders} orders here. Enter or a click shows them.</source>
        <translation>{number} з {orders} замовлень тут. Enter або клацання покаже їх.</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Аналітика</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>{n} s</source>
        <translation>{n} с</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} хв</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} год {m} хв</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>лишилася близько %n секунди</numerusform>
            <numerusform>лишилося близько %n секунд</numerusform>
            <numerusform>лишилося близько %n секунд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>лишилася близько %n хвилини</numerusform>
            <numerusform>лишилося близько %n хвилин</numerusform>
            <numerusform>лишилося близько %n хвилин</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Order written</source>
        <translation>Замовлення створено</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Імпортовано</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Змінено</translation>
    </message>
    <message>
        <source>Deleted here</source>
        <translation>Видалено тут</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Повернуто</translation>
    </message>
    <message>
        <source>Import taken back</source>
        <translation>Імпорт скасовано</translation>
    </message>
    <message>
        <source>Revision {number} put in the outbox</source>
        <translation>Редакцію {number} покладено до вихідних</translation>
    </message>
    <message>
        <source>Revision {number} sent to {account}</source>
        <translation>Редакцію {number} надіслано до {account}</translation>
    </message>
    <message>
        <source>Revision {number} accepted</source>
        <translation>Редакцію {number} прийнято</translation>
    </message>
    <message>
        <source>Revision {number} marked as accepted</source>
        <translation>Редакцію {number} визнано прийнятою</translation>
    </message>
    <message>
        <source>Revision {number} refused</source>
        <translation>Редакцію {number} відхилено</translation>
    </message>
    <message>
        <source>Revision {number} unconfirmed</source>
        <translation>Редакцію {number} не підтверджено</translation>
    </message>
    <message>
        <source>Revision {number} back in the outbox</source>
        <translation>Редакція {number} знову у вихідних</translation>
    </message>
    <message>
        <source>Revision {number} taken back from the outbox</source>
        <translation>Редакцію {number} забрано з вихідних</translation>
    </message>
    <message>
        <source>Revision {number} replaced by a newer one</source>
        <translation>Редакцію {number} замінила новіша</translation>
    </message>
    <message>
        <source>Revision {number} held back</source>
        <translation>Редакцію {number} притримано</translation>
    </message>
    <message>
        <source>Revision {number} released</source>
        <translation>Редакцію {number} відпущено</translation>
    </message>
    <message>
        <source>Deletion asked of {account}; no answer was recorded</source>
        <translation>Запит на видалення до {account}; відповідь не записано</translation>
    </message>
    <message>
        <source>{account} was asked to delete it; it does so later</source>
        <translation>{account} отримав запит на видалення; виконає пізніше</translation>
    </message>
    <message>
        <source>{account} refused to delete it</source>
        <translation>{account} відмовився видалити</translation>
    </message>
    <message>
        <source>Nobody knows whether {account} will delete it</source>
        <translation>Невідомо, чи {account} видалить його</translation>
    </message>
    <message>
        <source>the account</source>
        <translation>обліковий запис</translation>
    </message>
    <message>
        <source>event {name}</source>
        <translation>подія {name}</translation>
    </message>
    <message>
        <source>answer {status}</source>
        <translation>відповідь {status}</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>вами</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>ще {count}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(порожньо)</translation>
    </message>
    <message>
        <source>{field} {old} → {new}</source>
        <translation>{field} {old} → {new}</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>Timeline</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>The timeline begins when the order is saved.</source>
        <translation>Історія почнеться, коли замовлення буде збережено.</translation>
    </message>
    <message>
        <source>Why a message came or not</source>
        <translation>Чому повідомлення надійшло або ні</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Копіювати як текст</translation>
    </message>
    <message>
        <source>Copy the explanation and the whole timeline, oldest first</source>
        <translation>Копіювати пояснення та всю історію, від найдавнішого</translation>
    </message>
    <message>
        <source>Copy masked</source>
        <translation>Копіювати знеособлено</translation>
    </message>
    <message>
        <source>The same with people masked, to paste where others read it</source>
        <translation>Те саме, але люди приховані: щоб вставити туди, де читатимуть інші</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Інструменти</translation>
    </message>
</context>
<context>
    <name>TotalsLine</name>
    <message>
        <source>How the total is made up</source>
        <translation>З чого складається сума</translation>
    </message>
    <message>
        <source>Use this total</source>
        <translation>Підставити цю суму</translation>
    </message>
    <message>
        <source>The sum appears here when every item has a quantity and a price.</source>
        <translation>Сума з’явиться тут, коли кожен товар матиме кількість і ціну.</translation>
    </message>
    <message>
        <source>No total is entered yet.</source>
        <translation>Суму ще не введено.</translation>
    </message>
    <message>
        <source>The total agrees: the taxes are in the prices.</source>
        <translation>Сума сходиться: податки входять у ціни.</translation>
    </message>
    <message>
        <source>The total agrees.</source>
        <translation>Сума сходиться.</translation>
    </message>
    <message>
        <source>The total entered is {total}.</source>
        <translation>Введено суму {total}.</translation>
    </message>
    <message>
        <source>items {amount}</source>
        <translation>товари {amount}</translation>
    </message>
    <message>
        <source>+ shipping {amount}</source>
        <translation>+ доставка {amount}</translation>
    </message>
    <message>
        <source>− discount {amount}</source>
        <translation>− знижка {amount}</translation>
    </message>
    <message>
        <source>+ taxes {amount}</source>
        <translation>+ податки {amount}</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Its orders are gone already.</source>
        <translation>Його замовлень уже немає.</translation>
    </message>
    <message>
        <source>Nothing of {file} can be taken back. </source>
        <translation>З {file} нічого не можна скасувати. </translation>
    </message>
    <message>
        <source>Take back the import of {file}?</source>
        <translation>Скасувати імпорт {file}?</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) will be removed.</source>
        <translation>
            <numerusform>%n замовлення буде вилучено.</numerusform>
            <numerusform>%n замовлення буде вилучено.</numerusform>
            <numerusform>%n замовлень буде вилучено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n get their old text back.</source>
        <translation>
            <numerusform>%n поверне попередній текст.</numerusform>
            <numerusform>%n повернуть попередній текст.</numerusform>
            <numerusform>%n повернуть попередній текст.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken out of the outbox: %n.</source>
        <translation>
            <numerusform>Забрано з вихідних: %n.</numerusform>
            <numerusform>Забрано з вихідних: %n.</numerusform>
            <numerusform>Забрано з вихідних: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Скасувати імпорт</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Take back the import of {file}</source>
        <translation>Скасувати імпорт {file}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Імпорт</translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation>Скасування імпорту…</translation>
    </message>
    <message>
        <source>Bringing the imported orders back…</source>
        <translation>Повернення імпортованих замовлень…</translation>
    </message>
    <message>
        <source>The imported orders are back</source>
        <translation>Імпортовані замовлення знову на місці</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) removed</source>
        <translation>
            <numerusform>Вилучено %n замовлення</numerusform>
            <numerusform>Вилучено %n замовлення</numerusform>
            <numerusform>Вилучено %n замовлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put back as before</source>
        <translation>
            <numerusform>%n повернено як було</numerusform>
            <numerusform>%n повернено як було</numerusform>
            <numerusform>%n повернено як було</numerusform>
        </translation>
    </message>
    <message>
        <source>Import taken back: </source>
        <translation>Імпорт скасовано: </translation>
    </message>
    <message numerus="yes">
        <source>%n stay: they were sent, or may have been, and that cannot be called back.</source>
        <translation>
            <numerusform>%n лишається: його надіслано або могло бути надіслано, а цього не відкликати.</numerusform>
            <numerusform>%n лишаються: їх надіслано або могло бути надіслано, а цього не відкликати.</numerusform>
            <numerusform>%n лишаються: їх надіслано або могло бути надіслано, а цього не відкликати.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay: changed since, by hand or by another import.</source>
        <translation>
            <numerusform>%n лишається: відтоді змінено вручну або іншим імпортом.</numerusform>
            <numerusform>%n лишаються: відтоді змінено вручну або іншим імпортом.</numerusform>
            <numerusform>%n лишаються: відтоді змінено вручну або іншим імпортом.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>Вітаємо</translation>
    </message>
    <message>
        <source>Welcome to Order Manager</source>
        <translation>Вітаємо в Order Manager</translation>
    </message>
    <message>
        <source>Orders are checked here, sent to Yespo, and kept with proof of every answer. Three ways in:</source>
        <translation>Тут замовлення перевіряють, надсилають до Yespo і зберігають із доказом кожної відповіді. Три способи почати:</translation>
    </message>
    <message>
        <source>Practise on this computer with sample orders. Nothing reaches real customers.</source>
        <translation>Спробуйте на цьому комп’ютері зі зразками замовлень. Справжнім клієнтам нічого не надійде.</translation>
    </message>
    <message>
        <source>Bring in a file from your shop: Excel, CSV or JSON. You see every order before it comes in.</source>
        <translation>Додайте файл зі свого магазину: Excel, CSV або JSON. Ви побачите кожне замовлення ще до імпорту.</translation>
    </message>
    <message>
        <source>Connect your Yespo account when you want to send for real. Its API key is enough.</source>
        <translation>Під’єднайте обліковий запис Yespo, коли захочете надсилати насправді. Потрібен лише його ключ API.</translation>
    </message>
    <message>
        <source>Skip, I will look around myself</source>
        <translation>Пропустити й роззирнутися</translation>
    </message>
    <message>
        <source>You find this page again in the Help menu.</source>
        <translation>Цю сторінку можна знайти в меню «Довідка».</translation>
    </message>
</context>
<context>
    <name>WholeLine</name>
    <message numerus="yes">
        <source>%n more character(s) are kept, but not shown.</source>
        <translation>
            <numerusform>Ще %n знак збережено, але не показано.</numerusform>
            <numerusform>Ще %n знаки збережено, але не показано.</numerusform>
            <numerusform>Ще %n знаків збережено, але не показано.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Progress</source>
        <translation>Перебіг</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Reading the file…</source>
        <translation>Читання файлу…</translation>
    </message>
    <message>
        <source>Questions ({count})</source>
        <translation>Запитання ({count})</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Запитання</translation>
    </message>
    <message>
        <source>Problems ({count})</source>
        <translation>Проблеми ({count})</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Імпортування…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Зупинка…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation>Інший файл…</translation>
    </message>
    <message>
        <source>First orders</source>
        <translation>Перші замовлення</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблеми</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>Що буде додано</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Імпортувати</translation>
    </message>
    <message>
        <source>&amp;Look through…</source>
        <translation>&amp;Переглянути…</translation>
    </message>
    <message>
        <source>See every order of the file, put it right or leave it out, then import</source>
        <translation>Переглянути кожне замовлення файлу, виправити чи пропустити його, тоді імпортувати</translation>
    </message>
    <message>
        <source>Recognised: {kind}.</source>
        <translation>Розпізнано: {kind}.</translation>
    </message>
    <message>
        <source>Columns as last time (“{name}”).</source>
        <translation>Стовпці як минулого разу («{name}»).</translation>
    </message>
</context>
<context>
    <name>_FieldDelegate</name>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Не імпортується</translation>
    </message>
    <message>
        <source>Item: </source>
        <translation>Товар: </translation>
    </message>
    <message>
        <source>Additional info: {name}</source>
        <translation>Додаткові дані: {name}</translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>Order</source>
        <translation>Замовлення</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клієнт</translation>
    </message>
    <message>
        <source>E-mail or phone</source>
        <translation>E-mail або телефон</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
</context>
<context>
    <name>_PairRow</name>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Name of additional info</source>
        <translation>Назва додаткових даних</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значення</translation>
    </message>
    <message>
        <source>Value of additional info</source>
        <translation>Значення додаткових даних</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Вилучити цей рядок</translation>
    </message>
</context>
<context>
    <name>_Show</name>
    <message>
        <source>Show…</source>
        <translation>Показати…</translation>
    </message>
    <message>
        <source>Show the orders: {about}</source>
        <translation>Показати замовлення: {about}</translation>
    </message>
</context>
</TS>
