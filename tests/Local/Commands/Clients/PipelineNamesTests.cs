using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Tests.Commands.Clients;

public sealed class PipelineNamesTests
{
    [Fact]
    public void A_slip_gets_the_name_that_was_meant() => PipelineNames.Unknown("shpo", ["shop", "app"]).Message.ShouldBe("No pipeline is named 'shpo'. Did you mean 'shop'?");

    [Fact]
    public void Else_it_is_told_what_there_is() => PipelineNames.Unknown("x", ["shop", "app"]).Message.ShouldBe("No pipeline is named 'x'. There are shop, app.");

    [Fact]
    public void Where_there_is_none_it_is_told_how_one_comes_to_be() => PipelineNames.Unknown("x", []).Message.ShouldContain("'sluice serve --repository PATH-OR-URL' makes one");

    [Fact]
    public void A_stage_that_there_is_not_gets_the_one_that_was_meant() =>
        Should.Throw<UsageException>(() => PipelineNames.Stage("shop", "Deplyo", ["Build", "Deploy"])).Message.ShouldBe("shop has no stage 'Deplyo'. Did you mean 'Deploy'?");
}
