using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Intrinsics;

/// <summary>Arguments by the type that a function expects.</summary>
internal static class Arguments
{
    internal static string Text(this Data[] arguments, int index) => arguments[index] is DataString text ? text.Value : throw Wrong(index, "a string", arguments);

    internal static DataArray Array(this Data[] arguments, int index) => arguments[index] as DataArray ?? throw Wrong(index, "an array", arguments);

    internal static DataObject Object(this Data[] arguments, int index) => arguments[index] as DataObject ?? throw Wrong(index, "an object", arguments);

    internal static bool Boolean(this Data[] arguments, int index) =>
        arguments[index] is DataBoolean boolean ? boolean.Value : throw Wrong(index, "true or false", arguments);

    /// <summary>A 32-bit whole number; one with a fraction is rounded, and a half goes up: -1.5 is -1, as AWS answers.</summary>
    internal static int Integer(this Data[] arguments, int index)
    {
        if (arguments[index] is not DataNumber number)
        {
            throw Wrong(index, "a number", arguments);
        }

        var below = Math.Floor(number.Double);
        var rounded = number.Double - below >= 0.5 ? below + 1 : below;
        return rounded is >= int.MinValue and <= int.MaxValue ? (int)rounded : throw Wrong(index, "a 32-bit whole number", arguments);
    }

    internal static string LimitedText(this Data[] arguments, int index, int most)
    {
        var text = arguments.Text(index);
        return text.Length <= most ? text : throw new IntrinsicFailedException($"takes at most {most} characters and was given {text.Length}.");
    }

    private static IntrinsicFailedException Wrong(int index, string expected, Data[] arguments) =>
        new($"expects {expected} as argument {index + 1} and was given {StateFailedException.Shown(arguments[index])}.");
}
