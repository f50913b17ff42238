namespace Sluice.Pipelines.Sources.Packs;

/// <summary>The objects of a pack, by their ids.</summary>
internal sealed class Pack(IReadOnlyDictionary<string, (PackObjectKind Kind, byte[] Content)> objects)
{
    /// <summary>How many there are.</summary>
    public int Count => objects.Count;

    /// <summary>The object, or null.</summary>
    public byte[]? Find(string id, PackObjectKind kind) => objects.TryGetValue(id, out var found) && found.Kind == kind ? found.Content : null;
}
