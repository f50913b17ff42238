using System.Text.Json.Nodes;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.World.Refusals;

namespace Sluice.Pipelines.Tests.Refusals;

/// <summary>A job that a worker has, one that waits, a partner's, and one that is over.</summary>
internal sealed class JobsWorld : IRefusingWorld
{
    private readonly JobsHost _host;
    private readonly CountingTable _table;
    private readonly Dictionary<string, string> _names = [];

    private JobsWorld(JobsHost host, CountingTable table) => (_host, _table) = (host, table);

    public int Writes => _table.Writes;

    public static async Task<JobsWorld> CreateAsync()
    {
        CountingTable? table = null;
        var host = await JobsHost.StartAsync(inner => table = new CountingTable(inner));
        var world = new JobsWorld(host, table!);
        await world.FillAsync();
        return world;
    }

    /// <summary>What is written <c>TAKEN</c>, <c>NONCE</c> and so on in an input is the job's own.</summary>
    public async Task<(int Status, JsonNode? Answer)> AskAsync(string operation, JsonObject input) =>
        await _host.AskAsync(operation, _names.OrderByDescending(name => name.Key.Length).Aggregate(input.ToJsonString(), (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal)));

    public void Dispose() => _host.Dispose();

    private async Task FillAsync()
    {
        await _host.BeginAsync("over");
        var over = await _host.TakeAsync();
        await _host.SucceedAsync(over);
        await _host.BeginAsync("taken");
        var taken = await _host.TakeAsync();
        await _host.BeginPartnersAsync("partners");
        var partners = (await _host.CallAsync("PollForThirdPartyJobs", $"'actionTypeId':{{{JobsHost.Partners}}}"))!["jobs"]![0]!;
        var details = (await _host.CallAsync("GetThirdPartyJobDetails", $"'jobId':'{partners["jobId"]}','clientToken':'shared'"))!["jobDetails"]!;
        await _host.CallAsync("AcknowledgeThirdPartyJob", $"'jobId':'{partners["jobId"]}','nonce':'{details["nonce"]}','clientToken':'shared'");
        await _host.BeginPartnersAsync("waiting");
        var waiting = (await _host.CallAsync("PollForThirdPartyJobs", $"'actionTypeId':{{{JobsHost.Partners}}}"))!["jobs"]![0]!;
        (_names["OVER"], _names["TAKEN"], _names["NONCE"]) = ((string)over["id"]!, (string)taken["id"]!, (string)taken["nonce"]!);
        (_names["PARTNERS"], _names["PARTNONCE"], _names["WAITING"]) = ((string)partners["jobId"]!, (string)details["nonce"]!, (string)waiting["jobId"]!);
    }
}
