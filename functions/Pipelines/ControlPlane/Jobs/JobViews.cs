using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Platform.Accounts;

namespace Sluice.Pipelines.ControlPlane.Jobs;

/// <summary>Jobs as their workers see them.</summary>
internal sealed class JobViews(JobFinder finder, SuiteAccount account)
{
    public Job Job(OwnAction action)
    {
        var job = (JobProgress)action.Progress;
        return new Job { Id = job.JobId, Nonce = job.Nonce, AccountId = account.AccountId, Data = JobShapes.Data(action, job, account) };
    }

    /// <exception cref="Platform.Protocol.ApiException">There is no such job.</exception>
    public async Task<JobDetails> DetailsAsync(string jobId, CancellationToken cancellationToken)
    {
        var action = await finder.GetAsync(jobId, clientToken: null, cancellationToken);
        return new JobDetails { Id = jobId, AccountId = account.AccountId, Data = JobShapes.Data(action, (JobProgress)action.Progress, account) };
    }

    public static ThirdPartyJob PartnersJob(OwnAction action) => new() { JobId = ((JobProgress)action.Progress).JobId, ClientId = PartnerToken.CustomerOf(action.Request) };

    /// <exception cref="Platform.Protocol.ApiException">There is no such job, it is none of a partner's, or the token is another's.</exception>
    public async Task<ThirdPartyJobDetails> PartnersDetailsAsync(string jobId, string clientToken, CancellationToken cancellationToken)
    {
        var action = await finder.GetAsync(jobId, clientToken, cancellationToken, JobErrors.NoPartnersJob());
        var job = (JobProgress)action.Progress;
        var data = JobShapes.Data(action, job, account);
        return new ThirdPartyJobDetails
        {
            Id = jobId,
            Nonce = job.JobId == jobId ? job.Nonce : null,
            Data = new ThirdPartyJobData
            {
                ActionTypeId = data.ActionTypeId,
                ActionConfiguration = data.ActionConfiguration,
                PipelineContext = data.PipelineContext,
                InputArtifacts = data.InputArtifacts,
                OutputArtifacts = data.OutputArtifacts,
                ContinuationToken = data.ContinuationToken,
                EncryptionKey = data.EncryptionKey,
            },
        };
    }
}
