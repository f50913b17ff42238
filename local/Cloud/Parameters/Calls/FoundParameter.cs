using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>A parameter's version with its value, as answers have it.</summary>
internal sealed class FoundParameter(ParameterStore store, CloudIdentity identity)
{
    /// <summary>What a name, with a version or a label perhaps, leads to.</summary>
    /// <exception cref="TaskFailedException">Nothing.</exception>
    public async Task<JsonNode> GetAsync(string asked, bool opened, CancellationToken cancellationToken)
    {
        var selector = ParameterSelector.Of(asked);
        var parameter = await store.FindAsync(selector.Name, cancellationToken) ?? throw ParameterErrors.NotFound(asked);
        return await VersionAsync(parameter, selector, cancellationToken) is { } version
            ? await ShapeAsync(parameter, version, selector.Selector, opened, cancellationToken)
            : throw ParameterErrors.NoVersion(selector.Name, selector.Selector!);
    }

    /// <summary>The newest version, or the one that has a label.</summary>
    public async Task<JsonNode> ShapeAsync(Parameter parameter, ParameterVersion version, string? selector, bool opened, CancellationToken cancellationToken) => AwsJson.Write(new Shape(
        parameter.Name,
        version.Type,
        await store.ValueAsync(parameter, version, opened, cancellationToken),
        version.Number,
        selector is null ? null : $":{selector}",
        version.ModifiedAt,
        identity.ParameterArn(parameter.Name),
        "text"));

    private async Task<ParameterVersion?> VersionAsync(Parameter parameter, ParameterSelector selector, CancellationToken cancellationToken) =>
        selector.VersionOf(parameter) is { } number ? await store.FindVersionAsync(parameter, number, cancellationToken) : null;

    private sealed record Shape(string Name, ParameterType Type, string Value, long Version, string? Selector, DateTimeOffset LastModifiedDate, string ARN, string DataType);
}
