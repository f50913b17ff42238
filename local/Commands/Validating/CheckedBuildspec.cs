using Sluice.BuildRunner.Buildspecs;
using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>A buildspec; null where it cannot be read at all.</summary>
internal sealed record CheckedBuildspec(FoundDocument Document, ExaminedDocument<Buildspec> Read) : CheckedDocument(Document, Read.Faults, Read.Places);
