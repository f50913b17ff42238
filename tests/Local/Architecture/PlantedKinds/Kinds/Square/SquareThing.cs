using Sluice.Local.Tests.Architecture.PlantedKinds.Kinds.Round;

namespace Sluice.Local.Tests.Architecture.PlantedKinds.Kinds.Square;

/// <summary>The planted kind that knows another one.</summary>
internal sealed class SquareThing
{
    public bool Equals(RoundThing other) => other.GetHashCode() == GetHashCode();
}
