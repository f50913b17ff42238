using System.Text.Json;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Variables;

/// <summary>Gets the values of variables from their stores; all that cannot be read is told at once, and no value ever.</summary>
internal sealed class StoredVariables(IValueStores stores)
{
    /// <summary>As CodeBuild says it.</summary>
    private const string Code = "Decrypted Variables Error";

    /// <summary>What GetParameters takes at a time.</summary>
    private const int AtATime = 10;

    private readonly List<string> _faults = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <exception cref="SourceException">Some cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyList<WantedVariable> wanted, CancellationToken cancellationToken)
    {
        foreach (var some in wanted.Where(variable => variable.Kind == JobVariableKind.ParameterStore).GroupBy(variable => variable.Reference, StringComparer.Ordinal).Chunk(AtATime))
        {
            await ReadParametersAsync(some, cancellationToken);
        }

        var secrets = wanted.Where(variable => variable.Kind == JobVariableKind.SecretsManager).Select(variable => (Variable: variable, Reference: SecretReference.Read(variable.Reference)));
        foreach (var one in secrets.GroupBy(secret => secret.Reference is { } read ? read with { JsonKey = null } : null))
        {
            await ReadSecretAsync(one.Key, [.. one], cancellationToken);
        }

        return _faults.Count == 0 ? _values : throw new SourceException(Code, $"These variables cannot be read:\n{string.Join('\n', _faults.Order(StringComparer.Ordinal))}");
    }

    private async Task ReadParametersAsync(IReadOnlyList<IGrouping<string, WantedVariable>> some, CancellationToken cancellationToken)
    {
        try
        {
            var found = await stores.ParametersAsync([.. some.Select(group => group.Key)], cancellationToken);
            foreach (var variable in some.SelectMany(group => group))
            {
                Take(variable.Name, found.GetValueOrDefault(variable.Reference), $"there is no parameter '{variable.Reference}'");
            }
        }
        catch (StoreException e)
        {
            _faults.AddRange(some.SelectMany(group => group).Select(variable => $"{variable.Name} (parameter '{variable.Reference}'): {e.Message}"));
        }
    }

    private async Task ReadSecretAsync(SecretReference? secret, IReadOnlyList<(WantedVariable Variable, SecretReference? Reference)> variables, CancellationToken cancellationToken)
    {
        if (secret is null)
        {
            _faults.AddRange(variables.Select(one => $"{one.Variable.Name}: '{one.Variable.Reference}' is not {SecretReference.Form}"));
            return;
        }

        try
        {
            var text = await stores.SecretAsync(secret.SecretId, secret.VersionStage, secret.VersionId, cancellationToken);
            foreach (var (variable, reference) in variables)
            {
                Take(variable.Name, reference!.JsonKey is { } key ? Member(text, key) : text, $"the secret '{secret.SecretId}' is no JSON object with a member '{reference.JsonKey}'");
            }
        }
        catch (StoreException e)
        {
            _faults.AddRange(variables.Select(one => $"{one.Variable.Name} (secret '{secret.SecretId}'): {e.Message}"));
        }
    }

    private void Take(string name, string? value, string fault)
    {
        if (value is null)
        {
            _faults.Add($"{name}: {fault}");
        }
        else
        {
            _values[name] = value;
        }
    }

    private static string? Member(string text, string key)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(key, out var value)
                ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
