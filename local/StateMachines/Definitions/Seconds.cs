using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>A number of seconds (or of iterations), written down or found by a path.</summary>
internal sealed class Seconds(int? value, DataPath? path, string field, int least)
{
    // A Wait has its own words for its paths.
    private readonly bool isWait = field == "SecondsPath";

    internal int Evaluate(in Scope scope)
    {
        if (path is null)
        {
            return value!.Value;
        }

        var found = path.TryFind(scope) ?? throw Missing(scope);
        return found is DataNumber number && number.TryGetInteger(out var whole)
            ? whole >= least && whole <= Limits.LongestWaitSeconds ? (int)whole : throw OutOfRange(whole)
            : throw NoNumber(found);
    }

    private StateFailedException Missing(in Scope scope) => isWait
        ? StateFailedException.Runtime($"The {field} parameter does not reference an input value: {path!.Text}")
        : PathFailures.Invalid(path!, path!.Root(scope));

    private StateFailedException NoNumber(Data found) => StateFailedException.Runtime(isWait
        ? $"The {field} parameter cannot be parsed as a long value: {path!.Text} == {StateFailedException.Plain(found)}"
        : $"The {field} field refers to value \"{StateFailedException.Plain(found)}\" which is not a valid integer: {path!.Text}");

    private StateFailedException OutOfRange(long whole) => StateFailedException.Runtime(whole < 0
        ? $"The {field} parameter references a negative value: {path!.Text} == {whole}"
        : $"The {field} parameter references a value that is not between {least} and {Limits.LongestWaitSeconds}: {path!.Text} == {whole}");
}
