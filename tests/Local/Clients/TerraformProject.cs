namespace Sluice.Local.Tests.Clients;

/// <summary>A folder with Terraform's files, its provider set up as <c>docs/api.md</c> says.</summary>
internal sealed class TerraformProject
{
    private const int NoChanges = 0;
    private readonly string _terraform;
    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;

    private TerraformProject(string terraform, string folder, Dictionary<string, string> environment) => (_terraform, _folder, _environment) = (terraform, folder, environment);

    /// <param name="suite">What its provider is pointed at.</param>
    /// <param name="name">Of the folder beside this file that has its files. The test is skipped without Terraform or its provider.</param>
    /// <param name="asksWhoItIs">Whether the provider asks STS for the account's id, which it makes ARNs of itself.</param>
    public static async Task<TerraformProject> StartAsync(ClientSuite suite, string name, bool asksWhoItIs = false)
    {
        var (terraform, plugins) = (ClientProgram.Find("terraform"), TerraformPlugins.Find());
        Assert.SkipUnless(terraform is not null, "terraform is not on PATH");
        Assert.SkipUnless(plugins is not null, "there is no filesystem mirror with Terraform's AWS provider");
        var folder = Directory.CreateDirectory(Path.Combine(suite.Folder, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Clients", name), "*.tf"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "provider.tf"), Provider(suite, asksWhoItIs), TestContext.Current.CancellationToken);
        var project = new TerraformProject(terraform, folder, new Dictionary<string, string>(suite.Environment)
        {
            ["TF_CLI_CONFIG_FILE"] = "/dev/null", ["TF_IN_AUTOMATION"] = "1", ["CHECKPOINT_DISABLE"] = "1",

            // The provider describes a thousand resources at each command, and a third of its time goes to collecting what it keeps anyway.
            ["GOGC"] = "400",
        });
        await project.SucceedsAsync("init", $"-plugin-dir={plugins}");
        return project;
    }

    /// <summary>Adds a file to the folder.</summary>
    public Task WriteAsync(string file, string content) => File.WriteAllTextAsync(Path.Combine(_folder, file), content, TestContext.Current.CancellationToken);

    public async Task PlansNothingAsync(params string[] more)
    {
        var plan = await RunAsync(["plan", "-detailed-exitcode", .. more]);
        plan.ExitCode.ShouldBe(NoChanges, plan.All);
    }

    /// <summary>All that it printed.</summary>
    public async Task<string> SucceedsAsync(params string[] arguments)
    {
        var end = await RunAsync(arguments);
        end.ExitCode.ShouldBe(0, end.All);
        return end.All;
    }

    private Task<ProgramEnd> RunAsync(string[] arguments) =>
        ClientProgram.RunAsync(_terraform, _folder, [.. arguments[..Verbs(arguments)], "-no-color", .. arguments[Verbs(arguments)..]], _environment, TestContext.Current.CancellationToken);

    /// <summary><c>state rm</c> are two words.</summary>
    private static int Verbs(string[] arguments) => arguments[0] == "state" ? 2 : 1;

    /// <summary>The block that <c>docs/api.md</c> tells people to copy; where this suite is the environment says.</summary>
    private static string Provider(ClientSuite suite, bool asksWhoItIs) => DocsPage.Read("api.md").Blocks("hcl").Single()
        .Replace("skip_requesting_account_id  = true", $"skip_requesting_account_id  = {(asksWhoItIs ? "false" : "true")}", StringComparison.Ordinal)
        .Replace("~/.local/share/sluice/credentials", suite.Environment["AWS_SHARED_CREDENTIALS_FILE"], StringComparison.Ordinal);
}
