import { type Examples, file, run } from './example'

export const MACOS: Examples = {
  proc_creation_macos_susp_password_dialog_by_script: {
    finds: [
      run(
        '/usr/bin/osascript',
        'osascript -e display dialog "macOS needs your password" default answer "" with hidden answer',
      ),
    ],
    leaves: [
      run('/usr/bin/osascript', 'osascript -e display dialog "The backup is done"'),
      run('/usr/bin/say', 'say display dialog with hidden answer'),
    ],
  },
  proc_creation_macos_susp_quarantine_attribute_removed: {
    finds: [
      run('/usr/bin/xattr', 'xattr -d com.apple.quarantine /tmp/Installer.app'),
      run('/usr/bin/xattr', 'xattr -cr /Applications/Tool.app', '/bin/zsh'),
    ],
    leaves: [
      run('/usr/bin/xattr', 'xattr -l /tmp/Installer.app'),
      run(
        '/usr/bin/xattr',
        'xattr -d com.apple.quarantine /opt/a',
        '/opt/homebrew/Library/Homebrew/vendor/portable-ruby/bin/ruby',
      ),
    ],
  },
  proc_creation_macos_susp_keychain_secret_read: {
    finds: [
      run('/usr/bin/security', 'security dump-keychain -d login.keychain'),
      run('/usr/bin/security', 'security find-generic-password -wa Chrome', '/bin/zsh'),
    ],
    leaves: [
      run('/usr/bin/security', 'security find-identity -v -p codesigning'),
      run('/usr/bin/security', 'security find-generic-password -a build'),
    ],
  },
  proc_creation_macos_susp_silent_screen_capture: {
    finds: [run('/usr/sbin/screencapture', 'screencapture -x /tmp/1.png', '/bin/zsh')],
    leaves: [
      run('/usr/sbin/screencapture', 'screencapture -x /tmp/1.png', '/sbin/launchd'),
      run('/usr/sbin/screencapture', 'screencapture -i /tmp/1.png', '/bin/zsh'),
    ],
  },
  file_event_macos_susp_launch_item_written_by_interpreter: {
    finds: [
      file('/bin/zsh', '/Users/a/Library/LaunchAgents/com.example.update.plist'),
      file('/usr/bin/curl', '/Library/LaunchDaemons/com.example.plist'),
    ],
    leaves: [
      file(
        '/System/Library/PrivateFrameworks/PackageKit.framework/Resources/installd',
        '/Library/LaunchDaemons/com.vendor.plist',
      ),
      file('/bin/zsh', '/Users/a/Library/Preferences/com.example.plist'),
    ],
  },
}
