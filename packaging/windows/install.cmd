@echo off
rem Puts this folder where programs of this user live, with an entry in the Start menu and among the installed apps.
rem "install.cmd --remove" takes all of that away again. Orders and settings are elsewhere and stay.
setlocal
set "programs=%LOCALAPPDATA%\Programs"
set "place=%programs%\Order Manager"
set "entry=%APPDATA%\Microsoft\Windows\Start Menu\Programs\Order Manager.lnk"
set "app=HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\OrderManager"
cd /d "%TEMP%"
if "%~1"=="--remove" goto remove

if /i "%~dp0"=="%place%\" goto entries
if exist "%place%.old" rd /s /q "%place%.old"
if not exist "%place%" goto copy
ren "%place%" "Order Manager.old" 2>nul
if not exist "%place%" goto copy
echo Order Manager is open. Close it, then start this again.
goto wait

:copy
xcopy "%~dp0." "%place%\" /e /i /q /h /y >nul && goto entries
echo The files could not be copied to %place%.
rd /s /q "%place%"
if exist "%place%.old" ren "%place%.old" "Order Manager"
goto wait

:entries
if exist "%place%.old" rd /s /q "%place%.old"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$link = (New-Object -ComObject WScript.Shell).CreateShortcut($env:entry); $link.TargetPath = $env:place + '\ordermanager-window.exe'; $link.Save()"
reg add "%app%" /v DisplayName /d "Order Manager" /f >nul
reg add "%app%" /v DisplayIcon /d "%place%\ordermanager-window.exe" /f >nul
reg add "%app%" /v UninstallString /d "\"%place%\install.cmd\" --remove" /f >nul
reg add "%app%" /v NoModify /t REG_DWORD /d 1 /f >nul
reg add "%app%" /v NoRepair /t REG_DWORD /d 1 /f >nul
echo Order Manager is in the Start menu now. For the command line: "%place%\ordermanager.exe"
goto wait

:wait
pause
exit /b

:remove
rem This very file is in the folder, most often, so all that follows is read at once, before the folder goes.
(
    if exist "%place%.old" rd /s /q "%place%.old"
    if exist "%place%" ren "%place%" "Order Manager.old" 2>nul
    if exist "%place%" (
        echo Order Manager is open. Close it, then start this again.
        pause
        exit /b 1
    )
    if exist "%entry%" del "%entry%"
    reg delete "%app%" /f >nul
    rd /s /q "%place%.old"
    echo Order Manager is removed. Its workspace is left where it was.
    pause
    exit /b 0
)
