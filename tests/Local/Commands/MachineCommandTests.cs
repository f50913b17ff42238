using System.Text;
using Sluice.Local.Commands;
using Sluice.Local.Tests.StateMachines;

namespace Sluice.Local.Tests.Commands;

public sealed class MachineCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sluice-machine-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private readonly ScriptedServices services = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_output_stands_alone_on_standard_output()
    {
        (await Run("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""", """{"a": [1, "ü"]}""")).ShouldBe(0);

        output.ToString().ShouldBe("""{"a":[1,"ü"]}""" + Environment.NewLine);
        error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_is_an_error_and_a_cause_and_exit_code_1()
    {
        (await Run("""{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"E","Cause":"C"}}}""")).ShouldBe(1);

        output.ToString().ShouldBe("""{"error":"E","cause":"C"}""" + Environment.NewLine);
    }

    [Fact]
    public async Task A_refused_definition_tells_all_its_faults_with_file_and_line_and_exit_code_2()
    {
        (await Run(
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Nxt": "B", "End": true},
              "B": {"Type": "Wait", "Seconds": -1, "End": true}}}
            """)).ShouldBe(2);

        output.ToString().ShouldBeEmpty();
        error.ToString().ShouldContain("my machine.asl.json:2: States.A.Nxt: a Pass state has no such field; did you mean 'Next'?");
        error.ToString().ShouldContain("my machine.asl.json:3: States.B.Seconds: a whole number from 0 to 99999999 was expected, not '-1'");
    }

    [Fact]
    public async Task A_resource_that_nothing_serves_is_refused()
    {
        (await Run("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","End":true}}}""")).ShouldBe(2);

        error.ToString().ShouldContain("States.A.Resource: nothing here serves 'arn:aws:states:::sqs:sendMessage'");
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_an_input_that_is_not_JSON_are_told_together()
    {
        var options = new MachineOptions(Path.Combine(folder, "none.asl.json"), "{");

        (await MachineCommand.RunAsync(options, new MachineConsole(Stream.Null, output, error), _ => services, TestContext.Current.CancellationToken)).ShouldBe(2);

        error.ToString().ShouldContain("none.asl.json cannot be read");
        error.ToString().ShouldContain("The input is not JSON");
    }

    [Fact]
    public async Task Input_that_is_not_JSON_is_refused_with_its_place()
    {
        (await Run("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""", "{\n \"a\": nope}")).ShouldBe(2);

        error.ToString().ShouldContain("line 2, byte 8");
        output.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("-", "-", "cannot both be '-'")]
    [InlineData("/no/such/file", null, "/no/such/file cannot be read")]
    [InlineData("--histry", null, "There is no option '--histry'")]
    public async Task Wrong_usage_is_exit_code_2(string file, string? input, string message)
    {
        (await RunOptions(new MachineOptions(file, input))).ShouldBe(2);

        error.ToString().ShouldContain(message);
    }

    [Fact]
    public async Task The_definition_or_the_input_can_come_from_standard_input()
    {
        const string pass = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""";
        (await RunOptions(new MachineOptions("-", "7"), pass)).ShouldBe(0);
        (await RunOptions(new MachineOptions(File(pass), "-"), "8")).ShouldBe(0);

        output.ToString().ShouldBe($"7{Environment.NewLine}8{Environment.NewLine}");
    }

    [Fact]
    public async Task A_failure_that_says_nothing_prints_nothing_of_it()
    {
        (await Run("""{"StartAt":"A","States":{"A":{"Type":"Fail","Cause":"😀"}}}""")).ShouldBe(1);
        (await Run("""{"StartAt":"A","States":{"A":{"Type":"Fail"}}}""")).ShouldBe(1);

        output.ToString().ShouldBe($$"""{"cause":"😀"}{{Environment.NewLine}}{}{{Environment.NewLine}}""");
    }

    [Fact]
    public async Task The_history_goes_to_standard_error_one_event_a_line()
    {
        (await Run("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""", history: true)).ShouldBe(0);

        var lines = error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(4);
        lines.Select(line => line[..10]).ShouldBe(["    1 <- 0", "    2 <- 0", "    3 <- 2", "    4 <- 3"]);
        lines[1].ShouldContain("PassStateEntered {\"name\":\"A\",\"input\":\"{}\",\"inputDetails\":{\"truncated\":false}}");
        output.ToString().ShouldBe("{}" + Environment.NewLine);
    }

    [Fact]
    public async Task On_virtual_time_a_day_passes_at_once_and_calls_are_waited_for()
    {
        services.On("B", async (_, _) =>
        {
            await Task.Run(() => 1);
            return 5;
        });

        (await Run(
            """
            {"StartAt":"A","States":{
              "A":{"Type":"Wait","Seconds":86400,"Next":"B"},
              "B":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","TimeoutSeconds":1,"End":true}}}
            """,
            fast: true)).ShouldBe(0);

        output.ToString().ShouldBe("5" + Environment.NewLine);
    }

    [Fact]
    public async Task A_stop_aborts_the_execution()
    {
        using var stop = new CancellationTokenSource();
        services.On("A", async (_, cancelled) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancelled);
            return null;
        });

        var file = File("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true}}}""");
        (await RunOptions(new MachineOptions(file), stop: stop.Token)).ShouldBe(1);

        output.ToString().ShouldContain("\"error\":\"States.Aborted\"");
        error.ToString().ShouldStartWith("Stopping the execution; Ctrl-C again quits at once.");
    }

    [Fact]
    public async Task The_command_line_reads_its_options()
    {
        MachineOptions? seen = null;
        var command = MachineCommand.Create(options =>
        {
            seen = options;
            return services;
        });

        var file = File("not json");
        (await command.Parse([file, "--input", "1", "--data", "d", "--fast", "--history"]).InvokeAsync(null, TestContext.Current.CancellationToken)).ShouldBe(2);

        seen.ShouldBe(new MachineOptions(file, "1", "d", Fast: true, History: true));
    }

    [Theory]
    [InlineData(true, false, "my machine.asl.json:2: byte 4 of the line, 0xff, is not UTF-8.")]
    [InlineData(false, false, "standard input:2: byte 4 of the line, 0xff, is not UTF-8.")]
    [InlineData(false, true, "standard input:2: byte 4 of the line, 0xff, is not UTF-8.")]
    public async Task What_is_no_UTF_8_is_refused_with_its_place(bool inFile, bool inInput, string message)
    {
        byte[] wrong = [.. "{\n\"é"u8, 0xff, .. "\": 1}"u8];
        var file = File("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""");
        if (inFile)
        {
            await System.IO.File.WriteAllBytesAsync(file, wrong, TestContext.Current.CancellationToken);
        }

        using var stdin = new MemoryStream(wrong);
        var options = new MachineOptions(inFile || inInput ? file : "-", inInput ? "-" : null);
        (await MachineCommand.RunAsync(options, new MachineConsole(stdin, output, error), _ => services, TestContext.Current.CancellationToken)).ShouldBe(2);

        error.ToString().Trim().ShouldEndWith(message);
        output.ToString().ShouldBeEmpty();
    }

    private string File(string definition)
    {
        var path = Path.Combine(folder, "my machine.asl.json");
        System.IO.File.WriteAllText(path, definition);
        return path;
    }

    private Task<int> Run(string definition, string? input = null, bool fast = false, bool history = false) =>
        RunOptions(new MachineOptions(File(definition), input, Fast: fast, History: history));

    private async Task<int> RunOptions(MachineOptions options, string stdin = "", CancellationToken? stop = null)
    {
        using var reader = new MemoryStream(Encoding.UTF8.GetBytes(stdin));
        return await MachineCommand.RunAsync(options, new MachineConsole(reader, output, error), _ => services, stop ?? TestContext.Current.CancellationToken);
    }
}
