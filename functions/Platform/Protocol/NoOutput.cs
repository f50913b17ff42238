namespace Sluice.Platform.Protocol;

/// <summary>The answer of an operation that answers nothing.</summary>
public sealed record NoOutput
{
    /// <summary>The one that there is.</summary>
    public static NoOutput Value { get; } = new();
}
