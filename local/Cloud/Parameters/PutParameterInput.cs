using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Parameters;

/// <summary>Parameter Store's PutParameterRequest.</summary>
internal sealed record PutParameterInput(
    string Name, string? Description, string Value, ParameterType? Type, string? KeyId, bool? Overwrite, string? AllowedPattern, IReadOnlyList<ResourceTag>? Tags, string? Tier, string? Policies,
    string? DataType)
{
    /// <summary>Without the value.</summary>
    public override string ToString() => Name;
}
