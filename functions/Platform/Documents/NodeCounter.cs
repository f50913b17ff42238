namespace Sluice.Platform.Documents;

/// <summary>Holds a document to its limits of size and depth while it is built.</summary>
internal sealed class NodeCounter(FaultList faults, DocumentDialect dialect)
{
    private int _count;

    public void Enter(int line, string path, int depth)
    {
        if (depth > dialect.Depth)
        {
            throw faults.Fatal(line, "", $"the document is nested more than {dialect.Depth} deep, at {Shortened(path)}");
        }

        if (++_count > dialect.Nodes)
        {
            throw faults.Fatal(line, "", $"the document has more than {dialect.Nodes} values (an alias counts as all that it stands for)");
        }
    }

    private static string Shortened(string path) => path.Length <= 60 ? path : path[..60] + "…";
}
