namespace Sluice.Local.Cloud.Parameters;

/// <summary>A version of a parameter as it is stored: all that another one may have otherwise.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Type">What its value is.</param>
/// <param name="Stored">The value; of a secret what an <see cref="Platform.Access.ISecretBox"/> made of it.</param>
/// <param name="Tier"><c>Standard</c> or <c>Advanced</c>.</param>
/// <param name="ModifiedAt">When it was put.</param>
/// <param name="Description">For people.</param>
/// <param name="AllowedPattern">What values must match.</param>
internal sealed record ParameterVersion(
    long Number, ParameterType Type, string Stored, string Tier, DateTimeOffset ModifiedAt, string? Description = null, string? AllowedPattern = null)
{
    /// <summary>Without the value.</summary>
    public override string ToString() => $"version {Number}";
}
