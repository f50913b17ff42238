namespace Sluice.Local.Tests.Architecture.PlantedKinds.Kinds.Shared;

internal class SharedThing;
