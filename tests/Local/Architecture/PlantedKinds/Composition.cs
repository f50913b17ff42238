using Sluice.Local.Tests.Architecture.PlantedKinds.Kinds.Round;
using Sluice.Local.Tests.Architecture.PlantedKinds.Kinds.Square;

namespace Sluice.Local.Tests.Architecture.PlantedKinds;

/// <summary>It may know all kinds, since it puts them together.</summary>
internal static class Composition
{
    public static IReadOnlyList<object> All() => [new RoundThing(), new SquareThing()];
}
