namespace Sluice.BuildRunner.Artifacts;

/// <summary>
/// What is below a folder, however deep. Our own fetch's <c>.git</c> at the source's root is left out: it is no part of what was built, and it would make every package differ. So are the folders of
/// ours that are hidden.
/// </summary>
internal sealed class SourceTree
{
    private readonly HashSet<string> _hidden;

    public SourceTree(string source, params IEnumerable<string> hidden)
    {
        Named = Path.GetFullPath(source);
        Root = RealPath.Of(source);
        _hidden = [.. hidden.Select(RealPath.Of), Path.Combine(Root, ".git")];
    }

    /// <summary>The source's path as commands are told it.</summary>
    public string Named { get; }

    /// <summary>The source's real path.</summary>
    public string Root { get; }

    /// <summary>A path as the user knows it: relative to the source if it is in it.</summary>
    public string Shown(string real) => real != Root && RealPath.IsIn(real, Root) ? real[(Root.Length + 1)..] : real;

    public bool IsHidden(string real) => _hidden.Any(folder => RealPath.IsIn(real, folder));

    /// <summary>Those of these files that are at the source's root.</summary>
    /// <exception cref="ArtifactException">One is there and cannot be read.</exception>
    public IReadOnlyList<TreeEntry> AtRoot(params IReadOnlyList<string> names)
    {
        var found = Walk(Root, _ => false).Where(entry => entry.MayBeFile && names.Contains(entry.Path)).ToList();
        return found.Find(entry => entry.Fault is not null) is { } bad ? throw new ArtifactException($"'{bad.Shown}' {bad.Fault}.") : found;
    }

    /// <param name="start">The folder's real path.</param>
    /// <param name="enter">Whether what is in a folder is wanted.</param>
    /// <param name="keepsLinks">Whether links are wanted as links.</param>
    public IEnumerable<TreeEntry> Walk(string start, Func<TreeEntry, bool> enter, bool keepsLinks = false)
    {
        var entries = new TreeEntries([Root, start], keepsLinks);
        var pending = new Stack<TreeFolder>([new TreeFolder("", start, null)]);
        while (pending.TryPop(out var folder))
        {
            foreach (var entry in entries.Of(folder).Where(entry => !_hidden.Contains(entry.Real)))
            {
                yield return entry;
                if (entry.CanBeEntered && enter(entry))
                {
                    pending.Push(new TreeFolder(entry.Path, entry.Real, folder));
                }
            }
        }
    }
}
