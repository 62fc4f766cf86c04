; Installer of zcdesk: for every user of the PC, silent with /S, /D=FOLDER last.
; Data lie under ProgramData and stay when the program is removed; /PURGE=1 deletes them too.
Unicode true
!ifdef WIN64
Target amd64-unicode
!endif
!include "FileFunc.nsh"
!include "LogicLib.nsh"
Name "综窗台 zcdesk ${VERSION}"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\zcdesk"
RequestExecutionLevel admin
SetCompressor /SOLID lzma
LoadLanguageFile "${NSISDIR}\Contrib\Language files\SimpChinese.nlf"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "综窗台 zcdesk"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "政务服务综合窗口收件程序"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Apache-2.0"
Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\zcdesk"

Section
  SetShellVarContext all
  ; the program's folders are replaced whole: no file of an older version stays behind
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  File /r "${TREE}/*"
  CreateDirectory "$SMPROGRAMS\综窗台"
  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\综窗台\综窗台.lnk" "$INSTDIR\python\pythonw.exe" '-I -X utf8 "$INSTDIR\start.py"' "$INSTDIR\zcdesk.ico"
  CreateShortcut "$SMPROGRAMS\综窗台\取号机.lnk" "$INSTDIR\python\pythonw.exe" '-I -X utf8 "$INSTDIR\start.py" kiosk' "$INSTDIR\zcdesk.ico"
  CreateShortcut "$SMPROGRAMS\综窗台\大厅大屏.lnk" "$INSTDIR\python\pythonw.exe" '-I -X utf8 "$INSTDIR\start.py" board' "$INSTDIR\zcdesk.ico"
  CreateShortcut "$DESKTOP\综窗台.lnk" "$INSTDIR\python\pythonw.exe" '-I -X utf8 "$INSTDIR\start.py"' "$INSTDIR\zcdesk.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${ENTRY}" "DisplayName" "综窗台 zcdesk"
  WriteRegStr HKLM "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${ENTRY}" "DisplayIcon" "$INSTDIR\zcdesk.ico"
  WriteRegStr HKLM "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKLM "${ENTRY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  SetShellVarContext all
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\start.py"
  Delete "$INSTDIR\zcdesk.cmd"
  Delete "$INSTDIR\zcdesk.ico"
  Delete "$INSTDIR\*.md"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\NOTICE"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir /r "$SMPROGRAMS\综窗台"
  Delete "$DESKTOP\综窗台.lnk"
  DeleteRegKey HKLM "${ENTRY}"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE=" $1
  ${If} $1 == "1"
    ReadEnvStr $2 ProgramData
    RMDir /r "$2\zcdesk"
    RMDir /r "$2\zcdesk-station"
  ${EndIf}
SectionEnd
