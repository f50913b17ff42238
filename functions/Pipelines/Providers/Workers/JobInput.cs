using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.Workers;

/// <summary>An artifact that a job is handed: a zip, and of which revision it is if that is known.</summary>
internal sealed record JobInput(string Name, ObjectRef Location, string? Revision);
