/**
 * Each asks the program itself what may come next, so that it never goes stale. Options are proposed where a
 * hyphen stands, and files, which the shell knows, where neither a command nor an option does.
 */
const BASH = `# markercheck: completion for bash
_markercheck() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  local IFS=$'\\n'
  local next="$(SHELL=bash markercheck --get-yargs-completions "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2> /dev/null)"
  [[ $word == -* ]] || next="$(printf '%s\\n' "$next" | grep -v '^-')"
  COMPREPLY=($(compgen -W "$next" -- "$word"))
}
complete -o default -o bashdefault -F _markercheck markercheck
`;

const ZSH = `# markercheck: completion for zsh; it belongs behind compinit
_markercheck() {
  local -a found
  found=("\${(@f)$(SHELL=bash markercheck --get-yargs-completions "\${(@)words[1,CURRENT]}" 2> /dev/null)}")
  [[ \${words[CURRENT]} == -* ]] || found=(\${found:#-*})
  found=(\${found:#})
  (( \${#found} )) && compadd -- $found || _files
}
compdef _markercheck markercheck
`;

const POWERSHELL = `# markercheck: completion for PowerShell
Register-ArgumentCompleter -Native -CommandName markercheck -ScriptBlock {
  param($word, $line, $cursor)
  $words = @($line.CommandElements | ForEach-Object { $_.ToString() })
  if ($word -eq '') { $words += '' }
  markercheck --get-yargs-completions @words 2> $null |
    Where-Object { $_ -like "$word*" -and ($word -like '-*' -or $_ -notlike '-*') } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;

export const COMPLETIONS = { bash: BASH, zsh: ZSH, powershell: POWERSHELL } as const;
export type Shell = keyof typeof COMPLETIONS;
