using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Intrinsics;

/// <summary>A <c>States.*</c> function: how many arguments it takes and what it makes of them.</summary>
internal sealed record Intrinsic(string Name, int FewestArguments, int MostArguments, Func<Data[], Draws, Data> Compute)
{
    internal string Arity => FewestArguments == MostArguments
        ? $"{FewestArguments}"
        : MostArguments == int.MaxValue ? $"{FewestArguments} or more" : $"{FewestArguments} to {MostArguments}";
}
