# Completion of hoso for bash: what may follow is asked of hoso itself, so that it knows commands, options and dossier codes.
_hoso() {
    local word=${COMP_WORDS[COMP_CWORD]} candidates
    # A code holds no character at which bash breaks words; a time after --now does (the colon), and is left alone.
    candidates=$(hoso complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    COMPREPLY=()
    local candidate
    while IFS= read -r candidate; do
        [ -n "$candidate" ] && COMPREPLY+=("$candidate")
    done <<<"$candidates"
    if [ ${#COMPREPLY[@]} -eq 0 ]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r candidate; do COMPREPLY+=("$candidate"); done < <(compgen -f -- "$word")
    fi
}
complete -F _hoso hoso
