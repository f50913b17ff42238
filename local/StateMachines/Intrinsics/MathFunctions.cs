using System.Globalization;
using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Intrinsics;

/// <summary>The functions on numbers, and the one on objects.</summary>
internal static class MathFunctions
{
    /// <summary>From the first number to below the second; a third makes the answer always the same.</summary>
    internal static DataNumber Random(Data[] arguments, Draws draws)
    {
        long start = arguments.Integer(0), end = arguments.Integer(1);
        if (end <= start)
        {
            throw new IntrinsicFailedException($"expects a start below its end and was given {start} and {end}.");
        }

        var source = arguments.Length > 2 ? new Draws($"seed {arguments.Integer(2).ToString(CultureInfo.InvariantCulture)}") : draws;
        return DataNumber.Of(start + (long)Math.Floor(source.NextDouble() * (end - start)));
    }

    internal static DataNumber Add(Data[] arguments)
    {
        var sum = (long)arguments.Integer(0) + arguments.Integer(1);
        return sum is >= int.MinValue and <= int.MaxValue
            ? DataNumber.Of(sum)
            : throw new IntrinsicFailedException($"makes {sum}, which is no 32-bit whole number.");
    }

    internal static DataObject Merge(Data[] arguments)
    {
        if (arguments.Boolean(2))
        {
            throw new IntrinsicFailedException("merges shallowly only: its third argument has to be false.");
        }

        var merged = new DataObjectBuilder();
        foreach (var (name, value) in arguments.Object(0).Members.Concat(arguments.Object(1).Members))
        {
            merged.Set(name, value);
        }

        return merged.Build();
    }
}
