using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Pipelines.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Jobs;

/// <summary>Finds the action of a job for those who may know of it: a partner's job only for who has its client token, and another one for nobody who comes with such a token.</summary>
internal sealed class JobFinder(JobRefs refs, OwnActionStore actions)
{
    /// <param name="jobId">The job.</param>
    /// <param name="clientToken">The partner's; null for a worker of the team's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="noPartners">What is wrong if somebody comes with a token for a job that is none of a partner's.</param>
    /// <exception cref="ApiException">There is no such job for them, or the token is another's.</exception>
    public async Task<OwnAction> GetAsync(string jobId, string? clientToken, CancellationToken cancellationToken, ApiException? noPartners = null)
    {
        var action = await FindAsync(jobId, cancellationToken) ?? throw JobErrors.NotFound();
        return (IsPartners(action), clientToken) switch
        {
            (false, null) => action,
            (false, _) => throw noPartners ?? JobErrors.NotFound(),
            (true, null) => throw JobErrors.NotFound(),
            (true, { } token) => PartnerToken.Fits(action.Request, token) ? action : throw JobErrors.WrongToken(),
        };
    }

    /// <summary>Whether a partner's worker asks for it; a function of a partner's is called with its job, and answers like any other.</summary>
    private static bool IsPartners(OwnAction action) => action.Progress is JobProgress { Type.Owner: ActionOwner.ThirdParty, FunctionName: null };

    private async Task<OwnAction?> FindAsync(string jobId, CancellationToken cancellationToken) =>
        IsId(jobId) && await refs.FindAsync(jobId, cancellationToken) is { } id && await actions.FindAsync(id, cancellationToken) is { Progress: JobProgress } action ? action : null;

    /// <summary>What comes from outside may be anything, and not anything is a key of the table.</summary>
    private static bool IsId(string text) => Guid.TryParseExact(text, "D", out _);
}
