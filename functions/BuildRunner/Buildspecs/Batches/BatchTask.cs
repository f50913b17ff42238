using Sluice.BuildContract.Batches;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs.Batches;

/// <summary>A build, and where it stands in the buildspec.</summary>
internal sealed record BatchTask(MappingReader Reader, BatchBuild Build);
