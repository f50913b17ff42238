using System.Globalization;
using System.Text.Json;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>A configuration that was read, for the checks of its kind. What has variables in it is not checked: their values are not known yet.</summary>
internal sealed class ConfigurationRead(MappingReader map, IReadOnlyDictionary<string, string> entries, Work work)
{
    public IReadOnlyList<string> Inputs => work.Inputs;

    /// <summary>A key's value; null if it is not there.</summary>
    public string? Value(string key) => entries.GetValueOrDefault(key);

    /// <summary>A key's value if no variables are in it.</summary>
    public string? Plain(string key) => IsPlain(key) ? Value(key) : null;

    public bool IsPlain(string key) => Value(key) is not { } value || !VariableReferences.Any(value);

    public void Fault(string key, string message) => map.Fault(key, message, work.FaultKind);

    /// <summary>Notes a fault if a key is missing.</summary>
    public void Needs(string key, string why)
    {
        if (Value(key) is null)
        {
            Fault(key, $"Action configuration for {work.Word} '{work.Name}' is missing required configuration '{key}'; it is expected {why}");
        }
    }

    /// <summary>A value that is a whole number of this range.</summary>
    public void Number(string key, int least, int most)
    {
        if (Plain(key) is { } value && !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
        {
            Fault(key, $"a whole number from {least} to {most} was expected, not '{value}'");
        }
    }

    /// <summary>A value that names one of the input artifacts.</summary>
    public void NamesInput(string key)
    {
        if (Plain(key) is { } value && !Inputs.Contains(value))
        {
            Fault(key, $"one of the action's input artifacts was expected, not '{value}'; there are: {string.Join(", ", Inputs.DefaultIfEmpty("none"))}");
        }
    }

    /// <summary>A value that is <c>ARTIFACT::PATH</c>, of one of the input artifacts.</summary>
    public void NamesFile(string key)
    {
        if (Plain(key) is not { } value)
        {
            return;
        }

        var end = value.IndexOf("::", StringComparison.Ordinal);
        if (end <= 0 || end + 2 == value.Length)
        {
            Fault(key, $"ARTIFACT::PATH was expected, not '{value}'");
        }
        else if (!Inputs.Contains(value[..end]))
        {
            Fault(key, $"one of the action's input artifacts was expected before '::', not '{value[..end]}'; there are: {string.Join(", ", Inputs.DefaultIfEmpty("none"))}");
        }
    }

    /// <summary>A value that is JSON, looked at by <paramref name="fault"/>.</summary>
    public void Json(string key, Func<JsonElement, string?> fault)
    {
        if (Value(key) is not { } value)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(value);
            if (fault(document.RootElement) is { } wrong)
            {
                Fault(key, wrong);
            }
        }
        catch (JsonException)
        {
            // What a variable stands for may make it JSON.
            if (IsPlain(key))
            {
                Fault(key, "JSON was expected");
            }
        }
    }
}
