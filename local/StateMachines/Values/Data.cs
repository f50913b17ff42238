using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Local.StateMachines.Values;

/// <summary>
/// A JSON value that never changes, so that states, history and journal share it by reference. Its size is known without writing it twice.
/// </summary>
public abstract class Data
{
    private int size;

    private protected Data(int depth) => Depth = depth;

    /// <summary>Bytes of UTF-8 that this takes as compact JSON.</summary>
    public int Size => size != 0 ? size : size = Measure();

    /// <summary>0 for a string, number, boolean or null; one more than its deepest member for an object or array.</summary>
    public int Depth { get; }

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="JsonException">It is not JSON; with line and column from 0.</exception>
    public static Data Parse(string json) => DataReader.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The same value; a null reference is JSON's null.</summary>
    public static Data From(JsonNode? node) =>
        node is null ? DataNull.Value : DataReader.Read(Encoding.UTF8.GetBytes(node.ToJsonString(DataReader.NodeOptions)));

    /// <summary>The same value as a tree of the caller's own.</summary>
    public JsonNode? ToNode() => this is DataNull ? null : JsonNode.Parse(ToUtf8(), documentOptions: new JsonDocumentOptions { MaxDepth = int.MaxValue });

    /// <summary>Compact JSON as UTF-8.</summary>
    public byte[] ToUtf8()
    {
        var output = new JsonOutput(Size);
        Write(output);
        return output.Bytes;
    }

    /// <summary>Compact JSON.</summary>
    public override string ToString() => Encoding.UTF8.GetString(ToUtf8());

    internal abstract void Write(JsonOutput output);

    /// <summary>Equal as JSON: numbers by value, objects whatever the order of their members.</summary>
    internal abstract bool IsSame(Data other);

    private protected abstract int Measure();
}
