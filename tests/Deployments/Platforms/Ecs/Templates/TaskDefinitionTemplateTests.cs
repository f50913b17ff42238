using Sluice.Deployments.Platforms.Ecs.Templates;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Tests.Platforms.Ecs.Templates;

public sealed class TaskDefinitionTemplateTests
{
    [Fact]
    public void Members_are_written_as_state_machines_write_them_and_what_a_description_says_beside_is_left_out()
    {
        var parameters = TaskDefinitionTemplate.Read("taskdef.json", """
            {
              "taskDefinitionArn": "arn", "revision": 3, "status": "ACTIVE", "requiresAttributes": [], "registeredBy": null,
              "family": "web", "requiresCompatibilities": ["FARGATE"], "cpu": "256",
              "containerDefinitions": [{"name": "web", "dockerLabels": {"com.example": "x"}, "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "web"}}, "environment": [{"name": "A", "value": "b"}]}]
            }
            """);

        parameters.ToJsonString().ShouldBe(
            """{"Family":"web","RequiresCompatibilities":["FARGATE"],"Cpu":"256","ContainerDefinitions":[{"Name":"web","DockerLabels":{"com.example":"x"},"LogConfiguration":{"LogDriver":"awslogs","Options":{"awslogs-group":"web"}},"Environment":[{"Name":"A","Value":"b"}]}]}""");
    }

    [Theory]
    [InlineData("[]", "t: a map with a family and containerDefinitions was expected")]
    [InlineData("{\"famly\": \"x\", \"containerDefinitions\": []}", "t: family: is required*t: containerDefinitions: is required*t: famly: is not known here; expected one of family")]
    [InlineData("{\n \"family\": }", "t:2: is no JSON")]
    public void All_that_is_wrong_is_told_with_its_place(string text, string expected)
    {
        var message = Should.Throw<InvalidDocumentException>(() => TaskDefinitionTemplate.Read("t", text)).Message;

        expected.Split('*').ShouldAllBe(part => message.Contains(part, StringComparison.Ordinal), message);
    }

    [Theory]
    [InlineData("{\"ImageURI\": \"123.dkr.ecr.us-east-1.amazonaws.com/web@sha256:ab\"}", "123.dkr.ecr.us-east-1.amazonaws.com/web@sha256:ab")]
    [InlineData("[{\"name\": \"web\", \"imageUri\": \"web:1\"}]", "web:1")]
    [InlineData("[{\"imageUri\": \"a\"}, {\"imageUri\": \"b\"}]", null)]
    [InlineData("{\"ImageURI\": \"x\\\",\\\"cpu\\\":\\\"4096\"}", null)]
    [InlineData("{\"ImageURI\": 1}", null)]
    [InlineData("web:1", null)]
    public void An_image_is_what_either_file_names_and_nothing_that_would_change_the_template(string text, string? expected) =>
        ImageText.Read(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBe(expected);
}
