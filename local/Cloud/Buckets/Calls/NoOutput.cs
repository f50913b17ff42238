namespace Sluice.Local.Cloud.Buckets.Calls;

/// <summary>Of operations whose answer is that it is done.</summary>
internal sealed record NoOutput
{
    public static NoOutput Value { get; } = new();
}
