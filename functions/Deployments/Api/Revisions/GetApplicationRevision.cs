using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Revisions;

/// <summary>Tells of a revision.</summary>
internal sealed class GetApplicationRevision(ApplicationStore applications, RevisionStore revisions, CurrentRevisionsReader current)
    : IOperation<GetApplicationRevisionInput, GetApplicationRevisionOutput>
{
    /// <inheritdoc/>
    public async Task<GetApplicationRevisionOutput> RunAsync(GetApplicationRevisionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
        RevisionRules.Check(input.Revision);
        var revision = await revisions.FindAsync(application.ApplicationId, input.Revision, cancellationToken)
            ?? throw RevisionErrors.DoesNotExist(input.ApplicationName, input.Revision);
        var info = RevisionDescription.Of(revision, await current.ReadAsync(application.ApplicationId, cancellationToken));
        return new GetApplicationRevisionOutput { ApplicationName = application.ApplicationName, Revision = revision.Revision, RevisionInfo = info };
    }
}
