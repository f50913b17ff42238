namespace Sluice.Shapes.Json;

/// <summary>What a value of a document is.</summary>
internal enum JsonKind
{
    Object,
    List,
    Text,
    Number,
    True,
    False,
    Null,
}
