using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines;

/// <summary>A state cannot do its work; its Retry and Catch decide what follows.</summary>
internal sealed class StateFailedException(Failure failure) : Exception($"{failure.Error}: {failure.Cause}")
{
    private const int ShownCharacters = 300;

    internal StateFailedException(string error, string cause)
        : this(new Failure(error, cause))
    {
    }

    internal Failure Failure { get; } = failure;

    internal static StateFailedException PathNotFound(string path, string field, Data input) =>
        new(ErrorNames.Runtime, $"The JSONPath '{path}' specified for the field '{field}' could not be found in the input '{Shown(input)}'");

    internal static StateFailedException Runtime(string cause) => new(Failure.Runtime(cause));

    internal static string Shown(Data? value)
    {
        var text = value?.ToString() ?? "";
        return text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "…";
    }
}
