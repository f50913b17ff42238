using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Revisions;

/// <summary>Lists the revisions of an application.</summary>
public sealed class ListApplicationRevisions(ApplicationStore applications, RevisionStore revisions, CurrentRevisionsReader current)
    : IOperation<ListApplicationRevisionsInput, ListApplicationRevisionsOutput>
{
    /// <inheritdoc/>
    public async Task<ListApplicationRevisionsOutput> RunAsync(ListApplicationRevisionsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        RevisionFilterRules.Check(input.S3Bucket, input.S3KeyPrefix).Throw();
        var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
        var query = new RevisionQuery(application.ApplicationId, input.SortBy, input.SortOrder, input.S3Bucket, input.S3KeyPrefix, input.Deployed);
        var (page, token) = RevisionPages.Of(
            query,
            await revisions.AllAsync(application.ApplicationId, cancellationToken),
            await current.ReadAsync(application.ApplicationId, cancellationToken),
            input.NextToken);
        return new ListApplicationRevisionsOutput { Revisions = page, NextToken = token };
    }
}
