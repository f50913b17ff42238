namespace Sluice.Pipelines.Definitions;

/// <summary>When something happens: in which stage, by its place in the document, and in which group of it.</summary>
internal sealed record Place(int Stage, int RunOrder)
{
    /// <summary>Before the first action of a stage.</summary>
    public const int Entry = 0;

    /// <summary>After the last.</summary>
    public const int End = int.MaxValue;
}
