using Sluice.Deployments.Api.Deployments;
using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Tests.World;

/// <summary>An application <c>shop</c> with a group, and what users ask of it over the API. The function <c>fn</c> has versions 1 and 2, and its alias is at 1.</summary>
internal sealed class Shop : IDisposable
{
    private static readonly OperationContext _context = new("request", null);

    public Shop(ComputePlatform platform = ComputePlatform.Lambda, GroupSettings? settings = null)
    {
        World.Lambda.Add("fn", versions: 3, at: "1");
        Application = new Application("application-id", "shop", platform, World.Time.GetUtcNow());
        World.Time.Run(() => World.Get<ApplicationStore>().CreateAsync(Application, default));
        Group = AddGroup("live", settings ?? new GroupSettings { DeploymentConfigName = "Steps.10@5s,50@5s" });
    }

    public DeploymentWorld World { get; } = new();

    public Application Application { get; }

    public DeploymentGroup Group { get; }

    public static string AppSpec(string target = "2", string more = "", string alias = "live") =>
        $"version: 0.0\nResources:\n  - fn:\n      Type: AWS::Lambda::Function\n      Properties: {{Name: fn, Alias: {alias}, TargetVersion: '{target}'}}\n{more}";

    public static RevisionLocation Inline(string content, string? sha256 = null) =>
        new() { RevisionType = RevisionLocationType.AppSpecContent, AppSpecContent = new AppSpecContent { Content = content, Sha256 = sha256 } };

    public DeploymentGroup AddGroup(string name, GroupSettings settings)
    {
        var group = new DeploymentGroup($"{name}-id", "application-id", name, Application.ComputePlatform, World.Time.GetUtcNow()) { Settings = settings };
        World.Time.Run(() => World.Get<GroupStore>().CreateAsync(group, default));
        return group;
    }

    public async Task<string> CreateAsync(CreateDeploymentInput? input = null) =>
        (await RunAsync<CreateDeploymentInput, CreateDeploymentOutput>(World.Get<CreateDeployment>(), input ?? Ask())).DeploymentId!;

    /// <summary>A request for version 2.</summary>
    public static CreateDeploymentInput Ask(string target = "2", string more = "") =>
        new() { ApplicationName = "shop", DeploymentGroupName = "live", Revision = Inline(AppSpec(target, more)) };

    public async Task<DeploymentInfo> GetAsync(string deploymentId) =>
        (await RunAsync<GetDeploymentInput, GetDeploymentOutput>(World.Get<GetDeployment>(), new GetDeploymentInput { DeploymentId = deploymentId })).DeploymentInfo!;

    public Task<ListDeploymentsOutput> ListAsync(ListDeploymentsInput? input = null) =>
        RunAsync<ListDeploymentsInput, ListDeploymentsOutput>(World.Get<ListDeployments>(), input ?? new ListDeploymentsInput());

    public Task<StopDeploymentOutput> StopAsync(string deploymentId, bool? rollback = null) =>
        RunAsync<StopDeploymentInput, StopDeploymentOutput>(World.Get<StopDeployment>(), new StopDeploymentInput { DeploymentId = deploymentId, AutoRollbackEnabled = rollback });

    public static Task<TOutput> RunAsync<TInput, TOutput>(IOperation<TInput, TOutput> operation, TInput input)
        where TInput : class
        where TOutput : class => operation.RunAsync(input, _context, TestContext.Current.CancellationToken);

    /// <summary>What is refused, by the error's name.</summary>
    public T Refused<T>(Func<Task> act)
        where T : Exception
    {
        Exception? thrown = null;
        World.Time.Run(async () =>
        {
            try
            {
                await act();
            }
            catch (T e)
            {
                thrown = e;
            }
        });
        return thrown.ShouldBeOfType<T>();
    }

    public void Refuses(string code, string says, Func<Task> act)
    {
        var refused = Refused<ApiException>(act);
        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain(says);
    }

    public void Dispose() => World.Dispose();
}
