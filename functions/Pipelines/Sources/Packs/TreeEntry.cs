namespace Sluice.Pipelines.Sources.Packs;

/// <summary>A line of a folder.</summary>
/// <param name="Name">Of the file or folder.</param>
/// <param name="Mode">Git's, in octal digits.</param>
/// <param name="Id">The object's.</param>
internal sealed record TreeEntry(string Name, string Mode, string Id)
{
    private const int HashLength = 20;

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Mode is "40000" or "040000";

    /// <summary>Reads git's tree object.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Dictionary<string, TreeEntry> Read(ReadOnlySpan<byte> tree)
    {
        var entries = new Dictionary<string, TreeEntry>(StringComparer.Ordinal);
        while (tree.Length > 0)
        {
            var (space, end) = (tree.IndexOf((byte)' '), tree.IndexOf((byte)0));
            if (space <= 0 || end <= space + 1 || end + 1 + HashLength > tree.Length)
            {
                throw new FormatException("A folder of the commit cannot be read.");
            }

            var name = System.Text.Encoding.UTF8.GetString(tree[(space + 1)..end]);
            entries[name] = new TreeEntry(name, System.Text.Encoding.ASCII.GetString(tree[..space]), Convert.ToHexStringLower(tree.Slice(end + 1, HashLength)));
            tree = tree[(end + 1 + HashLength)..];
        }

        return entries;
    }
}
