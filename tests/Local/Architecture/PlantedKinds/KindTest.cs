using Sluice.Local.Tests.Architecture.PlantedKinds.Kinds.Round;
using Sluice.Local.Tests.Architecture.PlantedKinds.Kinds.Square;

namespace Sluice.Local.Tests.Architecture.PlantedKinds;

/// <summary>The planted test of two kinds, outside their folders.</summary>
internal static class KindTest
{
    public static string Of(object thing) => thing is RoundThing ? "round" : nameof(SquareThing);
}
