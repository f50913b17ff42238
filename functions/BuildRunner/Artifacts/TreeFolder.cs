namespace Sluice.BuildRunner.Artifacts;

/// <summary>A folder that a walk has entered, and by which way.</summary>
/// <param name="Path">Relative to where the walk began; empty there.</param>
/// <param name="Real">Where it is, links followed.</param>
/// <param name="Parent">Null where the walk began.</param>
internal sealed record TreeFolder(string Path, string Real, TreeFolder? Parent)
{
    public string Below(string name) => Path.Length == 0 ? name : $"{Path}/{name}";

    /// <summary>Whether the way here leads through this folder or something in it, so that entering it would come here again.</summary>
    public bool IsReachedThrough(string real)
    {
        var folder = this;
        while (folder is not null && !RealPath.IsIn(folder.Real, real))
        {
            folder = folder.Parent;
        }

        return folder is not null;
    }
}
