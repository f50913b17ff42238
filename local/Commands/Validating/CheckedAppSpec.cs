using Sluice.Deployments.AppSpecs;
using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>An appspec; null where it cannot be read at all.</summary>
internal sealed record CheckedAppSpec(FoundDocument Document, ExaminedDocument<AppSpec> Read) : CheckedDocument(Document, Read.Faults, Read.Places);
