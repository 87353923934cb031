// SPDX-License-Identifier: GPL-2.0
/*
 * Makes a guest's kernel ill on purpose, for tests. Debian's cloud kernel has neither LKDTM nor test_lockup.
 *
 *   echo WORD [CPU] > /proc/lockup
 *
 * soft CPU   one CPU turns in circles with preemption off; its interrupts still come
 * hard CPU   one CPU turns in circles with its interrupts off
 * hard-all   every CPU does
 * sleep      the writing task sleeps for good in state D
 *
 * Each way has a function with a name of its own, so that a backtrace can name the culprit.
 */
#include <linux/cpu.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/sched.h>
#include <linux/uaccess.h>

static noinline void lockup_soft(void)
{
	preempt_disable();
	for (;;)
		cpu_relax();
}

static noinline void lockup_hard(void)
{
	local_irq_disable();
	for (;;)
		cpu_relax();
}

static noinline void lockup_sleep(void)
{
	for (;;) {
		set_current_state(TASK_UNINTERRUPTIBLE);
		schedule();
	}
}

static int soft_thread(void *unused)
{
	lockup_soft();
	return 0;
}

static int hard_thread(void *unused)
{
	lockup_hard();
	return 0;
}

static struct task_struct *make(int cpu, int (*run)(void *))
{
	if (cpu < 0 || cpu >= nr_cpu_ids || !cpu_online(cpu))
		return ERR_PTR(-EINVAL);
	return kthread_create_on_cpu(run, NULL, cpu, "lockup/%u");
}

static int start_on(int cpu, int (*run)(void *))
{
	struct task_struct *task = make(cpu, run);

	if (IS_ERR(task))
		return PTR_ERR(task);
	wake_up_process(task);
	return 0;
}

/* Made first and woken then: who makes threads must not be on a CPU that is already gone. */
static int start_on_all(void)
{
	struct task_struct *tasks[8] = {};
	int cpu, own;

	for_each_online_cpu(cpu) {
		if (cpu >= ARRAY_SIZE(tasks))
			return -E2BIG;
		tasks[cpu] = make(cpu, hard_thread);
		if (IS_ERR(tasks[cpu]))
			return PTR_ERR(tasks[cpu]);
	}
	own = get_cpu();
	for_each_online_cpu(cpu)
		if (cpu != own)
			wake_up_process(tasks[cpu]);
	wake_up_process(tasks[own]);
	put_cpu();
	return 0;
}

static ssize_t lockup_write(struct file *file, const char __user *from, size_t length, loff_t *offset)
{
	char line[32], word[16];
	int cpu = 1, error = -EINVAL;

	if (length >= sizeof(line))
		return -EINVAL;
	if (copy_from_user(line, from, length))
		return -EFAULT;
	line[length] = '\0';
	if (sscanf(line, "%15s %d", word, &cpu) < 1)
		return -EINVAL;
	if (!strcmp(word, "soft"))
		error = start_on(cpu, soft_thread);
	else if (!strcmp(word, "hard"))
		error = start_on(cpu, hard_thread);
	else if (!strcmp(word, "hard-all"))
		error = start_on_all();
	else if (!strcmp(word, "sleep"))
		lockup_sleep();
	return error ? error : length;
}

static const struct proc_ops lockup_ops = { .proc_write = lockup_write };

static int __init lockup_init(void)
{
	return proc_create("lockup", 0200, NULL, &lockup_ops) ? 0 : -ENOMEM;
}

module_init(lockup_init);
MODULE_DESCRIPTION("Makes a kernel ill on purpose");
MODULE_LICENSE("GPL");
