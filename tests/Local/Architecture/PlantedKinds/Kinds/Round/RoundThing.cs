using Sluice.Local.Tests.Architecture.PlantedKinds.Kinds.Shared;

namespace Sluice.Local.Tests.Architecture.PlantedKinds.Kinds.Round;

/// <summary>Of one kind; it uses what kinds share, which it may.</summary>
internal sealed class RoundThing : SharedThing;
