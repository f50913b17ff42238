using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Deployments.Revisions;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Revisions;

/// <summary>Tells of up to 25 revisions of an application. Those that are not there are named in the answer's error message.</summary>
public sealed class BatchGetApplicationRevisions(ApplicationStore applications, RevisionStore revisions, CurrentRevisionsReader current)
    : IOperation<BatchGetApplicationRevisionsInput, BatchGetApplicationRevisionsOutput>
{
    private const int Most = 25;

    /// <inheritdoc/>
    public async Task<BatchGetApplicationRevisionsOutput> RunAsync(
        BatchGetApplicationRevisionsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var asked = Batches.Check(input.Revisions, Most, "RevisionRequiredException", Batch.Exceeded);
        foreach (var location in asked)
        {
            RevisionRules.Check(location);
        }

        var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
        var (found, missing) = await Batches.ReadAsync(asked, location => revisions.FindAsync(application.ApplicationId, location, cancellationToken));
        var groups = await current.ReadAsync(application.ApplicationId, cancellationToken);
        return new BatchGetApplicationRevisionsOutput
        {
            ApplicationName = application.ApplicationName,
            Revisions = [.. found.Select(revision => new RevisionInfo
            {
                RevisionLocation = revision.Revision,
                GenericRevisionInfo = RevisionDescription.Of(revision, groups),
            })],
            ErrorMessage = missing.Count == 0 ? null : $"There are no revisions {string.Join(", ", missing.Select(RevisionText.Of))}.",
        };
    }
}
