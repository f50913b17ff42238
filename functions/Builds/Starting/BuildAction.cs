using Sluice.Platform.Objects;

namespace Sluice.Builds.Starting;

/// <summary>What a pipeline's build action asks for.</summary>
internal sealed record BuildAction(string ProjectName, ObjectRef Source, IReadOnlyList<EnvironmentVariable> Environment);
